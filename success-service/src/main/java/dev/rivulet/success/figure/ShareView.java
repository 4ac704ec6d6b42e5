package dev.rivulet.success.figure;

import dev.rivulet.success.figure.domain.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A share from 0 to 1, four decimals, with Wilson's interval of 95 %. */
@Schema(name = "MeasuredShare")
public record ShareView(
        @Schema(examples = "74") long hits,
        @Schema(examples = "107") long of,

        @Schema(nullable = true, examples = "0.6916") @Nullable
        BigDecimal share,

        @Schema(nullable = true, examples = "0.5987", description = "Lower end of Wilson's interval of 95 %") @Nullable
        BigDecimal low,

        @Schema(nullable = true, examples = "0.7712", description = "Upper end of Wilson's interval of 95 %") @Nullable
        BigDecimal high,

        @Schema(nullable = true, examples = "nothing-counted", description = "Why there is no share") @Nullable
        String reason) {

    public static ShareView of(Share share) {
        return share.isEmpty()
                ? new ShareView(0, 0, null, null, null, "nothing-counted")
                : new ShareView(
                        share.hits(),
                        share.of(),
                        rounded(share.value()),
                        rounded(share.low()),
                        rounded(share.high()),
                        null);
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }
}
