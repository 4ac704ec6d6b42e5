package dev.rivulet.success.metric.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure, or the reason why there is none.
 *
 * @param value null for a reason
 * @param lowerBound of a figure that has no value because nothing has been lost yet: it is at least this
 */
public record Result(
        @Nullable BigDecimal value,
        @Nullable Reason reason,
        @Nullable BigDecimal lowerBound) {

    /** Why a figure does not exist. */
    public enum Reason {
        /** Nobody had revenue when the month began, so that nothing could be kept or lost. */
        NO_START,
        /** Nothing was lost, so that gains cannot be set against losses. */
        NO_LOSS,
        /** Nobody had revenue when the month ended. */
        NO_CUSTOMERS,
        /** No customer was lost, so that nothing tells how long one stays. */
        NO_CHURN
    }

    private static final int DECIMALS = 6;

    static Result of(BigDecimal value) {
        return new Result(value, null, null);
    }

    static Result none(Reason reason) {
        return new Result(null, reason, null);
    }

    static Result atLeast(BigDecimal bound, Reason reason) {
        return new Result(null, reason, bound);
    }

    /** Six decimals, HALF_UP. */
    static Result ratio(long part, long whole, Reason otherwise) {
        return ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), otherwise);
    }

    /** The same. */
    static Result ratio(BigDecimal part, BigDecimal whole, Reason otherwise) {
        return whole.signum() == 0 ? none(otherwise) : of(part.divide(whole, DECIMALS, RoundingMode.HALF_UP));
    }
}
