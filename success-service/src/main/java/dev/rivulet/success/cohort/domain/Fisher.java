package dev.rivulet.success.cohort.domain;

import dev.rivulet.success.cohort.domain.LogoTest.Step;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/** Compares two cohorts, neither of which is normal. */
public final class Fisher {

    private Fisher() {}

    /** The two-sided p of what stayed and what went. */
    public static double p(Step one, Step other) {
        return p(AlternativeHypothesis.TWO_SIDED, new int[][] {
            {one.stayed(), one.at() - one.stayed()},
            {other.stayed(), other.at() - other.stayed()}
        });
    }

    static double p(AlternativeHypothesis alternative, int[][] table) {
        return FisherExactTest.withDefaults().with(alternative).test(table).getPValue();
    }
}
