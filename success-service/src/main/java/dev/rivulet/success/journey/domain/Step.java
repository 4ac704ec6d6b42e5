package dev.rivulet.success.journey.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a journey, as far as it decides on the way. */
public sealed interface Step {

    /** Unique in its journey. */
    String key();

    /** Has an effect on the outside and goes on: a task, a message, a call. */
    record Act(String key) implements Step {}

    /** Goes on after whole local days. */
    record Wait(String key, int days) implements Step {}

    /** Goes on when something has happened. */
    record Await(String key, Happening happening) implements Step {}

    /**
     * Goes one way or the other.
     *
     * @param then where to when all criteria hold; null: on
     * @param otherwise where to when not; null: on
     */
    record Branch(
            String key,
            List<Criterion> criteria,
            @Nullable String then,
            @Nullable String otherwise) implements Step {}

    /** Ends the journey with success when its criteria hold; if not, extends it, a few times at most. */
    record Review(String key, List<Criterion> criteria, int extendDays, int mostExtensions) implements Step {}

    /** What a journey can wait for. */
    enum Happening {
        /** What the customer is to buy is signed, or has begun. */
        SUBSCRIBED
    }
}
