package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.rivulet.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a line came about.
 *
 * @param replayed the amount reckoned again from the explanation; absent where that says nothing to reckon with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LineExplanation")
public record LineExplanation(
        InvoiceView.LineView line,

        @JsonRawValue @Schema(implementation = Object.class, description = "As it was stored when it was charged")
        String explanation,

        @Nullable @Schema(description = "The amount, reckoned again from the explanation")
        Money replayed,

        @Schema(examples = "true", description = "Whether the line's amount came out again")
        boolean matches) {

    static LineExplanation of(Charge charge) {
        var replayed = Replay.of(charge.explanation, charge.amount.currency());
        return new LineExplanation(
                InvoiceView.LineView.of(charge), charge.explanation, replayed, charge.amount.equals(replayed));
    }
}
