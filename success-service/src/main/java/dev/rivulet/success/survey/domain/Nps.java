package dev.rivulet.success.survey.domain;

import dev.rivulet.success.figure.domain.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Net Promoter Score of answers from 0 to 10: promoters give 9 or 10, detractors 0 to 6. */
public record Nps(long promoters, long passives, long detractors) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** The 97.5 % quantile of the standard normal distribution: 95 % two-sided. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");

    public static Nps of(Tally tally) {
        return new Nps(tally.between(9, 10), tally.between(7, 8), tally.between(0, 6));
    }

    public static Nps of(List<Integer> answers) {
        return of(Tally.of(answers));
    }

    public long n() {
        return promoters + passives + detractors;
    }

    /**
     * Whether there are answers, all of one kind: the formula then gives them no error, however few they are. Their
     * interval is made of Wilson's for the share of that kind, n of n, instead: whoever is not of it may be of the worst
     * or the best.
     */
    public boolean isUniform() {
        return n() > 0 && Math.max(passives, Math.max(promoters, detractors)) == n();
    }

    /** {@code 100 (promoters - detractors) / n}, one decimal; null without answers. */
    public @Nullable BigDecimal score() {
        return n() == 0 ? null : rounded(exactScore());
    }

    /** {@code 100 √((p + d − (p − d)²) / n)} with the shares p and d, one decimal; null without answers. */
    public @Nullable BigDecimal standardError() {
        return n() == 0 ? null : rounded(exactError());
    }

    /** Lower end of the interval of 95 %, score − 1.96 standard errors, -100 at least; null without answers. */
    public @Nullable BigDecimal low() {
        return n() == 0 ? null : rounded(exactScore().subtract(below()).max(HUNDRED.negate()));
    }

    /** Upper end of the interval of 95 %, score + 1.96 standard errors, 100 at most; null without answers. */
    public @Nullable BigDecimal high() {
        return n() == 0 ? null : rounded(exactScore().add(above()).min(HUNDRED));
    }

    private BigDecimal below() {
        return isUniform() ? others().multiply(worth(passives, promoters)) : Z.multiply(exactError());
    }

    private BigDecimal above() {
        return isUniform() ? others().multiply(worth(passives, detractors)) : Z.multiply(exactError());
    }

    /** Points by which each of them would move the score. */
    private static BigDecimal worth(long passives, long opposite) {
        return BigDecimal.valueOf(passives > 0 ? 100 : opposite > 0 ? 200 : 0);
    }

    /** Wilson's upper end of the share of other kinds, none of n. */
    private BigDecimal others() {
        return BigDecimal.valueOf(new Share(0, n()).high());
    }

    private BigDecimal exactScore() {
        return HUNDRED.multiply(BigDecimal.valueOf(promoters - detractors))
                .divide(BigDecimal.valueOf(n()), MathContext.DECIMAL128);
    }

    private BigDecimal exactError() {
        var n = BigDecimal.valueOf(n());
        var p = BigDecimal.valueOf(promoters).divide(n, MathContext.DECIMAL128);
        var d = BigDecimal.valueOf(detractors).divide(n, MathContext.DECIMAL128);
        var variance = p.add(d).subtract(p.subtract(d).pow(2)).max(BigDecimal.ZERO);
        return variance.divide(n, MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL64)
                .multiply(HUNDRED);
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(1, RoundingMode.HALF_UP);
    }
}
