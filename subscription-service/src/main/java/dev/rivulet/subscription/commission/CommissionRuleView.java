package dev.rivulet.subscription.commission;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.subscription.commission.domain.Recurrence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule of commission as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CommissionRule")
public record CommissionRuleView(
        @Schema(examples = "0197a3f7-3c4d-7e5f-9a6b-7c8d9e0f1a03")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "Gold partners, first year") String name,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "20")
        BigDecimal percent,

        Recurrence recurrence,

        @Nullable @Schema(examples = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
        UUID partnerId,

        @Nullable @Schema(examples = "gold") String partnerTier,

        @Nullable @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
        UUID productId,

        @Schema(examples = "2026-01-01") LocalDate validFrom,

        @Nullable @Schema(examples = "2027-01-01", description = "First day it holds no longer")
        LocalDate validUntil,

        @Schema(examples = "2025-12-20T10:00:00Z") Instant createdAt,
        @Schema(examples = "billing@acme.example") String createdBy) {

    static CommissionRuleView of(CommissionRule rule) {
        return new CommissionRuleView(
                rule.id,
                rule.version,
                rule.name,
                Percents.plain(rule.percent),
                rule.recurrence,
                rule.partnerId,
                rule.partnerTier,
                rule.productId,
                rule.validFrom,
                rule.validUntil,
                rule.createdAt,
                rule.createdBy);
    }
}
