package dev.rivulet.subscription.lifecycle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a decision takes effect. */
@Schema(name = "When")
public enum When {
    /** Today, in the account's zone. */
    NOW,
    /** With the end of the period that has begun. */
    END_OF_PERIOD,
    /** On the day named. */
    DATE
}
