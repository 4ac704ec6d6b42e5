package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.activity.domain.SaleChannel;
import dev.rivulet.catalog.activity.domain.SaleRule;
import dev.rivulet.catalog.activity.domain.ServiceLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dated rule about sales. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SaleRule")
record SaleRuleView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to end this rule with")
        long version,

        SaleRule.Kind kind,
        @Schema(examples = "medicines") @Nullable String goods,
        @Nullable SaleChannel channel,
        @Nullable ServiceLine serviceLine,
        @Schema(examples = "46.46") @Nullable String code,

        @Schema(description = "First day it holds", examples = "2026-03-01")
        LocalDate validFrom,

        @Schema(description = "First day it no longer holds") @Nullable
        LocalDate validTo,

        @Schema(examples = "Federal law 61-FZ, article 55") String basis,
        Instant createdAt) {

    static SaleRuleView of(SaleRuleEntry rule) {
        return new SaleRuleView(
                rule.id,
                rule.version,
                rule.kind,
                rule.goods,
                rule.channel,
                rule.serviceLine,
                rule.code,
                rule.validFrom,
                rule.validTo,
                rule.basis,
                rule.createdAt);
    }
}
