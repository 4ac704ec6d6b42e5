package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something to be charged once. */
@Schema(name = "ChargeRequest", examples = """
        {"amount": {"amount": "1200.00", "currency": "EUR"}, "description": "Workshop on site, two days",
         "dueOn": "2026-05-15"}""")
public record ChargeRequest(
        @NotNull @Schema(description = "Positive, in the account's currency; contains the tax where that is inclusive")
        Money amount,

        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Workshop on site, two days")
        String description,

        @Nullable
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,29}", message = "{key-invalid}")
        @Schema(examples = "vat", description = "How it is taxed; as the account otherwise is when left out")
        String taxCode,

        @Nullable
        @Schema(examples = "2026-02-01", description = "Not invoiced before; today when left out, two years at most")
        LocalDate dueOn) {}
