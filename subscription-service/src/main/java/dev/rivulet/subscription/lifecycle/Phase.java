package dev.rivulet.subscription.lifecycle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a subscription is going through; beside its status, which only tells whether it has ended. */
@Schema(name = "SubscriptionPhase")
public enum Phase {
    /** Signed, and to start later. */
    SCHEDULED,
    /** Used, and free for a while. */
    TRIAL,
    RUNNING,
    /** Neither used nor charged for a while. */
    PAUSED,
    ENDED
}
