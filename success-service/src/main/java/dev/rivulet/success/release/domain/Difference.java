package dev.rivulet.success.release.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What two figures with their intervals of 95 % say. */
public enum Difference {
    BETTER,
    WORSE,
    /** The intervals overlap: chance alone may have made the difference. */
    UNCLEAR;

    /** The interval of a figure; without one nothing can be said. */
    public record Span(@Nullable BigDecimal low, @Nullable BigDecimal high) {}

    /** Of a figure that is the better the higher it is. */
    public static Difference ofRise(Span before, Span after) {
        return of(isBelow(before, after), isBelow(after, before));
    }

    /** Of a figure that is the better the lower it is. */
    public static Difference ofFall(Span before, Span after) {
        return of(isBelow(after, before), isBelow(before, after));
    }

    private static Difference of(boolean better, boolean worse) {
        if (better) {
            return BETTER;
        }
        return worse ? WORSE : UNCLEAR;
    }

    private static boolean isBelow(Span one, Span other) {
        return one.high() != null && other.low() != null && one.high().compareTo(other.low()) < 0;
    }
}
