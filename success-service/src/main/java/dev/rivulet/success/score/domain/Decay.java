package dev.rivulet.success.score.domain;

import org.jspecify.annotations.Nullable;

/**
 * How much of a component's weight is left when its observation has aged: {@code 2^(-age / half-life)}, the law of
 * exponential decay. It fades towards missing and not towards a neutral value: what was heard long ago is known less
 * well, which the coverage shows, but it has not become mediocre. A cut-off after so many days, as others have it, is
 * the same with a jump.
 */
final class Decay {

    /** All of the weight, in millionths. */
    static final long WHOLE = 1_000_000;

    private Decay() {}

    /** In millionths; StrictMath is the same to the last bit on every machine. */
    static long left(int age, @Nullable Integer halfLife) {
        return halfLife == null || age == 0 ? WHOLE : Math.round(WHOLE * StrictMath.pow(2, -(double) age / halfLife));
    }
}
