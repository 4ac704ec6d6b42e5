package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.SaleChannel;
import dev.rivulet.catalog.activity.domain.SaleRule;
import dev.rivulet.catalog.activity.domain.ServiceLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the law says of some sales from a day on; at least one of goods, channel and service line says which. */
@Schema(examples = """
        {"kind": "BANNED", "goods": "medicines", "channel": "INTERNET", "validFrom": "2026-01-01",
         "basis": "Federal law 61-FZ, article 55"}""")
record SaleRuleRequest(
        @NotNull SaleRule.Kind kind,

        @Schema(description = "Category of goods; every one when left out", examples = "medicines")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String goods,

        @Schema(description = "Every channel when left out") @Nullable
        SaleChannel channel,

        @Schema(description = "Only sales that this comes along with") @Nullable
        ServiceLine serviceLine,

        @Schema(description = "Of LICENSED and NEEDS_CODE: the code", examples = "46.46")
        @Size(max = 20, message = "{text-too-long}")
        @Nullable
        String code,

        @Schema(description = "First day it holds", examples = "2026-03-01") @NotNull
        LocalDate validFrom,

        @Schema(description = "First day it no longer holds; left out while no end is known") @Nullable
        LocalDate validTo,

        @Schema(description = "Where it is written", examples = "Federal law 61-FZ, article 55")
        @NotBlank
        @Size(max = 500, message = "{text-too-long}")
        String basis) {

    static SaleRuleRequest of(SaleRuleEntry rule) {
        return new SaleRuleRequest(
                rule.kind,
                rule.goods,
                rule.channel,
                rule.serviceLine,
                rule.code,
                rule.validFrom,
                rule.validTo,
                rule.basis);
    }
}
