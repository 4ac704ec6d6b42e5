package dev.rivulet.success.score.domain;

import org.jspecify.annotations.Nullable;

/**
 * How a model judges one component.
 *
 * @param weight percent
 * @param halfLife days in which an observation loses half of its weight; null when it keeps it
 */
public record Criterion(int weight, Scale scale, @Nullable Integer halfLife) {

    public Criterion {
        if (weight <= 0 || (halfLife != null && halfLife <= 0)) {
            throw new IllegalArgumentException("weight and half-life must be positive: " + weight + ", " + halfLife);
        }
    }

    /** Its weight on an observation of that age, in millionths of a percent. */
    long weightAt(int age) {
        return weight * Decay.left(age, halfLife);
    }
}
