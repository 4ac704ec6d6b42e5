package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money to be given back. */
@Schema(name = "RefundRequest", examples = """
        {"amount": {"amount": "9.00", "currency": "EUR"}, "source": "INVOICES", "target": "METHOD",
         "reason": "Paid twice"}""")
public record RefundRequest(
        @NotNull @Schema(description = "Positive, in the payment's currency")
        Money amount,

        @NotNull
        @Schema(
                examples = "INVOICES",
                description = "Whose money: INVOICES (what the payment paid, last paid first, is due again), BALANCE"
                        + " (the customer's balance) or GOODWILL (ours, invoices stay paid)")
        Refund.Source source,

        @NotNull
        @Schema(examples = "METHOD", description = "Where to: METHOD it came by, or BALANCE (of INVOICES only)")
        Refund.Target target,

        @NotBlank @Size(max = 500, message = "{text-too-long}") @Schema(examples = "Paid twice")
        String reason) {}
