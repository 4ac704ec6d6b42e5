package dev.rivulet.success.score;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.score.domain.ScoreBand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer's score and the money that rests on it. */
@Schema(name = "ScoredCustomer")
record RiskView(
        UUID accountId,

        @Schema(nullable = true, examples = "Acme Learning", description = "Null until the account has been heard of")
        @Nullable
        String name,

        @Schema(examples = "37.1", description = "0 to 100, one decimal")
        BigDecimal score,

        @Schema(examples = "0.7000", description = "Share of the model's weight that is known, 0 to 1")
        BigDecimal coverage,

        @Schema(examples = "CRITICAL") ScoreBand band,

        @Schema(nullable = true, description = "Monthly recurring revenue; null of one that never had a subscription")
        @Nullable
        Money mrr,

        @Schema(examples = "1", description = "The version of the model")
        int modelNumber,

        @Schema(examples = "2025-03-01T09:30:00Z", description = "Business time")
        Instant computedAt) {}
