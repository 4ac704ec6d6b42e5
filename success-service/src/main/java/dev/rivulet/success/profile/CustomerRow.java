package dev.rivulet.success.profile;

import dev.rivulet.success.customer.CustomerSummary;
import dev.rivulet.success.score.ScoreView;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer in a list. */
@Schema(name = "CustomerRow")
public record CustomerRow(
        UUID id,

        @Schema(
                nullable = true,
                examples = "Acme Learning",
                description = "Null until the account itself has been heard of")
        @Nullable
        String name,

        @Schema(nullable = true, examples = "Europe/Berlin") @Nullable
        String zone,

        @Schema(nullable = true, examples = "EUR") @Nullable String currency,

        @Schema(nullable = true, examples = "64.3", description = "Null while too little is known") @Nullable
        BigDecimal score,

        @Schema(nullable = true, examples = "0.7000") @Nullable
        BigDecimal coverage) {

    static CustomerRow of(CustomerSummary customer, @Nullable ScoreView score) {
        return new CustomerRow(
                customer.id(),
                customer.name(),
                customer.zone(),
                customer.currency(),
                score == null ? null : score.score(),
                score == null ? null : score.coverage());
    }
}
