package dev.rivulet.subscription.tax;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is taxed by which code. */
@Schema(name = "TaxRule")
public record TaxRuleRequest(
        @Nullable
        @Schema(
                examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01",
                description = "The plan, whoever buys it; left out for whatever neither charge, plan nor account name")
        UUID planId,

        @NotNull @Schema(examples = "vat") String code) {}
