package dev.rivulet.subscription.account;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.account.domain.MinimumPolicy;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;

/** What is worth collecting. */
@Schema(name = "InvoiceMinimumRequest", examples = """
        {"amount": {"amount": "1.00", "currency": "EUR"}, "ageCapDays": 90, "policy": "COLLECT"}""")
public record MinimumRequest(
        @NotNull @Schema(description = "Less than this is carried forward to the next invoice")
        Money amount,

        @NotNull
        @Range(min = 0, max = 3650, message = "{age-cap-range}")
        @Schema(examples = "90", description = "How many days at most")
        Integer ageCapDays,

        @NotNull
        @Schema(
                description =
                        "Then: COLLECT invoices it and leaves it to the payer to settle, FORGIVE forgives it, FORCE"
                                + " invoices and collects it like everything else")
        MinimumPolicy policy) {}
