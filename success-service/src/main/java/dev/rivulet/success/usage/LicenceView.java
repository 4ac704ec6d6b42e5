package dev.rivulet.success.usage;

import dev.rivulet.success.usage.domain.LicenceUse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Licences bought against licences used in the 28 days to the customer's today. */
@Schema(name = "Licences")
public record LicenceView(
        UUID accountId,

        @Schema(examples = "25", description = "Seats of the running subscriptions")
        int purchased,

        @Schema(examples = "19", description = "Distinct users with usage in the window")
        int active,

        @Schema(nullable = true, examples = "0.7600", description = "active / purchased, four decimals; may exceed 1")
        @Nullable
        BigDecimal utilisation,

        @Schema(examples = "0", description = "Users beyond the seats")
        int overage,

        @Schema(nullable = true, examples = "nothing-purchased", description = "Why there is no utilisation") @Nullable
        String reason,

        @Schema(examples = "2025-03-01") LocalDate from,
        @Schema(examples = "2025-03-28") LocalDate to) {

    static LicenceView of(UUID account, LicenceUse use, LocalDate today) {
        var utilisation = use.utilisation();
        return new LicenceView(
                account,
                use.purchased(),
                use.active(),
                utilisation,
                use.overage(),
                utilisation == null ? "nothing-purchased" : null,
                LicenceUse.windowStart(today),
                today);
    }
}
