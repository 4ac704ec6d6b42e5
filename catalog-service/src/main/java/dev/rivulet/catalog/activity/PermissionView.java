package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.activity.domain.SaleChannel;
import dev.rivulet.catalog.activity.domain.SalePermission;
import dev.rivulet.catalog.activity.domain.ServiceLine;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a seller may sell a product by a channel on a day, and everything that speaks against it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SalePermission")
record PermissionView(
        @Schema(description = "The gravest of the reasons; YES without any")
        SalePermission.Verdict verdict,

        UUID sellerId,
        UUID productId,
        SaleChannel channel,

        @Schema(description = "The day asked for", examples = "2026-03-01")
        LocalDate on,

        @Schema(examples = "OKVED2") String scheme,

        @Schema(description = "The edition the seller is registered by", examples = "2023-12")
        String edition,

        @Schema(description = "First day that edition is in force") @Nullable
        LocalDate editionValidFrom,

        @Schema(description = "The activity that the sale is", examples = "47.91.2") @Nullable
        String code,

        @Schema(
                examples = "Retail sale via the Internet",
                description = "Its name; absent when the seller's edition no longer has it")
        @Nullable
        String codeName,

        List<Reason> reasons) {

    /** One thing that speaks against the sale. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SalePermissionReason")
    record Reason(
            SalePermission.Verdict verdict,
            SalePermission.Cause cause,

            @Schema(description = "The code that is needed, or needs a licence", examples = "53.20.31") @Nullable
            String code,

            @Schema(examples = "Retail sale via the Internet", description = "Its name in the seller's edition")
            @Nullable
            String codeName,

            @Nullable ServiceLine serviceLine,
            @Nullable UUID ruleId,

            @Schema(description = "First day the rule holds") @Nullable
            LocalDate ruleValidFrom,

            @Schema(description = "First day it no longer holds") @Nullable
            LocalDate ruleValidTo,

            @Schema(examples = "Law 61-FZ, article 55", description = "Where the rule is written") @Nullable
            String ruleBasis) {}
}
