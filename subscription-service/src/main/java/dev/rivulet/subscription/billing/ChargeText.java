package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.CheaperUsage.Part;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.rating.domain.Charge;
import dev.rivulet.subscription.rating.domain.Explanation;
import dev.rivulet.subscription.usage.Correction;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes rows of the ledger of charges, with how they were reckoned written out. */
@Singleton
class ChargeText {

    private final ObjectWriter explanations;

    ChargeText(ObjectMapper json) {
        this.explanations = json.writerFor(Explanation.class);
    }

    /**
     * A charge of a subscription.
     *
     * @param cause the change that made the terms it is rated by
     * @param creditOf the charge it gives back
     */
    NewCharge of(Cursor cursor, Charge charge, UUID cause, @Nullable UUID creditOf) {
        var plan = charge.plan();
        return new NewCharge(
                InvoiceWriter.newId(),
                cursor.payerId(),
                cursor.accountId(),
                cursor.subscriptionId(),
                charge.component(),
                charge.reason().name(),
                cause,
                creditOf,
                charge.used(),
                charge.full(),
                charge.quantity(),
                charge.fullAmount(),
                charge.amount(),
                plan == null ? null : plan.id(),
                plan == null ? null : plan.version(),
                charge.description(),
                null,
                write(charge.explanation()),
                charge.dueOn(),
                null,
                false);
    }

    /**
     * What late usage changed.
     *
     * @param change what it costs more or less
     * @param cause the latest of the late usage
     * @param before the quantity that was charged
     * @param today the day from which it may be invoiced
     */
    NewCharge late(Cursor cursor, Part change, UUID cause, BigDecimal before, List<Correction> late, LocalDate today) {
        var told = JsonNodeFactory.instance.objectNode().put("quantityBefore", text(before));
        var days = told.putArray("days");
        late.forEach(each -> days.addObject()
                .put("metric", each.metric())
                .put("day", each.day().toString())
                .put("quantity", text(each.quantity()))
                .put("events", each.events()));
        var written = of(cursor, change.charge(), cause, change.creditOf());
        var open = written.explanation().substring(0, written.explanation().length() - 1);
        return written.explainedBy(open + ",\"late\":" + told + "}").putTo(today);
    }

    private static String text(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    private String write(Explanation explanation) {
        try {
            return explanations.writeValueAsString(explanation);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + explanation, e);
        }
    }
}
