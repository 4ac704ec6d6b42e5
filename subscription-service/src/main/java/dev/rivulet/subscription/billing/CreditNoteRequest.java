package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be given back of an invoice. */
@Schema(name = "CreditNoteRequest", examples = """
        {"reason": "Two days of outage",
         "lines": [{"position": 1, "amount": {"amount": "3.20", "currency": "EUR"}}]}""")
public record CreditNoteRequest(
        @NotBlank @Size(max = 500, message = "{text-too-long}") @Schema(examples = "Two days of outage")
        String reason,

        @Nullable
        @Size(min = 1, max = 1000, message = "{too-many-items}")
        @Schema(description = "Left out, everything not yet credited is given back")
        List<@Valid @NotNull CreditLine> lines,

        @Nullable
        @Schema(
                examples = "INVOICE",
                description = "Where it goes; INVOICE if absent: it takes off what is due first, the rest goes to the"
                        + " balance. BALANCE: all of it, what is due stays due. REFUND: what is beyond the due goes back"
                        + " to where the invoice was paid from")
        To to) {

    /** Where what is given back goes. */
    @Schema(name = "CreditNoteTo")
    public enum To {
        INVOICE,
        BALANCE,
        REFUND
    }

    /** What is to be given back of a line. */
    @Schema(name = "CreditNoteRequestLine")
    public record CreditLine(
            @NotNull @Schema(examples = "1", description = "Number of the line on the invoice")
            Integer position,

            @Nullable
            @Schema(
                    description =
                            "Of the line's amount; the tax and the discount it had go with it. All that is not yet"
                                    + " credited when left out")
            Money amount) {}
}
