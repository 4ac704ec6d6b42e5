package dev.rivulet.success.survey.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Net Promoter Score of answers from 0 to 10: promoters give 9 or 10, detractors 0 to 6. */
public record Nps(long promoters, long passives, long detractors) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Nps of(List<Integer> answers) {
        var promoters = answers.stream().filter(value -> value >= 9).count();
        var detractors = answers.stream().filter(value -> value <= 6).count();
        return new Nps(promoters, answers.size() - promoters - detractors, detractors);
    }

    public long n() {
        return promoters + passives + detractors;
    }

    /** {@code 100 (promoters - detractors) / n}, one decimal; null without answers. */
    public @Nullable BigDecimal score() {
        return n() == 0
                ? null
                : HUNDRED.multiply(BigDecimal.valueOf(promoters - detractors))
                        .divide(BigDecimal.valueOf(n()), 1, RoundingMode.HALF_UP);
    }

    /** {@code 100 √((p + d − (p − d)²) / n)} with the shares p and d, one decimal; null without answers. */
    public @Nullable BigDecimal standardError() {
        if (n() == 0) {
            return null;
        }
        var n = BigDecimal.valueOf(n());
        var p = BigDecimal.valueOf(promoters).divide(n, MathContext.DECIMAL128);
        var d = BigDecimal.valueOf(detractors).divide(n, MathContext.DECIMAL128);
        var variance = p.add(d).subtract(p.subtract(d).pow(2)).max(BigDecimal.ZERO);
        return variance.divide(n, MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL64)
                .multiply(HUNDRED)
                .setScale(1, RoundingMode.HALF_UP);
    }
}
