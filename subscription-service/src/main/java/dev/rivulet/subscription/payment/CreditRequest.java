package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money granted to a customer. */
@Schema(name = "CreditRequest", examples = """
        {"amount": {"amount": "3.20", "currency": "EUR"}, "reason": "Two days without service in March"}""")
public record CreditRequest(
        @NotNull @Schema(description = "Positive, in the account's currency")
        Money amount,

        @NotBlank @Size(max = 500, message = "{text-too-long}") @Schema(examples = "Two days without service in March")
        String reason) {}
