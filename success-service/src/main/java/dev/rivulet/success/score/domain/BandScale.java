package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fixed value for each band; a band's upper bound belongs to it. The last band is open. */
public record BandScale(List<Step> steps) implements Scale {

    /**
     * One band.
     *
     * @param upTo the last value in it; null for the last, open band
     * @param value what it earns, 0 to 100
     */
    public record Step(@Nullable BigDecimal upTo, BigDecimal value) {

        public Step {
            if (value.signum() < 0 || value.compareTo(FULL) > 0) {
                throw new IllegalArgumentException("a band earns 0 to 100: " + value);
            }
        }

        boolean holds(BigDecimal raw) {
            return upTo == null || raw.compareTo(upTo) <= 0;
        }
    }

    public BandScale {
        steps = List.copyOf(steps);
        for (var i = 0; i < steps.size(); i++) {
            var bound = steps.get(i).upTo();
            if ((bound == null) != (i == steps.size() - 1)) {
                throw new IllegalArgumentException("the last band, and no other, is open");
            }
            var before = i == 0 ? null : steps.get(i - 1).upTo();
            if (before != null && bound != null && bound.compareTo(before) <= 0) {
                throw new IllegalArgumentException("bounds must rise: " + bound);
            }
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("no bands");
        }
    }

    @Override
    public BigDecimal value(BigDecimal raw) {
        return steps.stream()
                .filter(step -> step.holds(raw))
                .findFirst()
                .orElseThrow()
                .value()
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
