package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.proposition.domain.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A share with Wilson's interval of 95 %; shares have four decimals. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Rate")
record RateView(
        @Schema(examples = "12") long successes,
        @Schema(examples = "40") long of,

        @Schema(description = "Left out when there is nothing to divide by", examples = "0.3000") @Nullable
        BigDecimal rate,

        @Schema(examples = "0.1807") BigDecimal low,
        @Schema(examples = "0.4543") BigDecimal high,

        @Schema(description = "Whether it rests on the minimum number that anything is concluded from")
        boolean enough) {

    static RateView of(Proportion proportion, int minimum) {
        var rate = proportion.rate();
        return new RateView(
                proportion.successes(),
                proportion.trials(),
                rate.isPresent() ? rounded(rate.getAsDouble()) : null,
                rounded(proportion.low()),
                rounded(proportion.high()),
                proportion.trials() >= minimum);
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }
}
