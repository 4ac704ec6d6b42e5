package dev.rivulet.success.score.domain;

import java.math.BigInteger;

/**
 * A known component in whole numbers, so that all that follows is exact.
 *
 * @param weight after decay, in millionths of a percent
 * @param value 0 to 100 in ten-thousandths
 */
record Term(long weight, long value) {

    /** Ten-thousandths of a point in a tenth of a point, in which scores are shown. */
    static final long TENTH = 1_000;

    static Term of(Criterion criterion, Input input) {
        return new Term(criterion.weightAt(input.ageInDays()), value(criterion, input));
    }

    static long value(Criterion criterion, Input input) {
        return criterion.scale().value(input.value()).unscaledValue().longValueExact();
    }

    BigInteger product() {
        return BigInteger.valueOf(weight).multiply(BigInteger.valueOf(value));
    }
}
