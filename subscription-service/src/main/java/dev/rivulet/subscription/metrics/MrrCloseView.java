package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.metrics.MrrCloseStore.Line;
import dev.rivulet.subscription.metrics.MrrClosing.Close;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A closed month. */
@Schema(name = "MrrClose")
public record MrrCloseView(
        @Schema(examples = "2026-03") String month,

        @Schema(examples = "2026-04-01T12:30:00Z") Instant closedAt,

        @Schema(
                examples = "closed-1",
                description = "closed-1: as reported. The start is what the month before was closed with; movements"
                        + " that became known later than their month's close count in the month they became known in,"
                        + " as lateMovements; start + movements + lateMovements = end, or there is no close")
        String policy,

        @Schema(description = "By currency") List<LineView> lines) {

    static final String POLICY = "closed-1";

    /** One currency of it; losses are negative. */
    @Schema(name = "MrrCloseLine")
    record LineView(
            @Schema(examples = "EUR") String currency,
            Money start,
            Money gainedNew,
            Money expansion,
            Money contraction,
            Money churn,
            Money reactivation,

            @Schema(description = "Sum of the movements of earlier months that this close was the first to know")
            Money lateMovements,

            Money end,

            @Schema(description = "At the end of the month as known now, with what became known since")
            Money endKnownNow) {

        static LineView of(Line line) {
            var flow = line.flow();
            var currency = line.currency();
            return new LineView(
                    currency.getCurrencyCode(),
                    new Money(flow.start(), currency),
                    new Money(flow.gainedNew(), currency),
                    new Money(flow.expansion(), currency),
                    new Money(flow.contraction(), currency),
                    new Money(flow.churn(), currency),
                    new Money(flow.reactivation(), currency),
                    new Money(line.late(), currency),
                    new Money(line.end(), currency),
                    new Money(line.knownNow(), currency));
        }
    }

    static MrrCloseView of(Close close) {
        return new MrrCloseView(
                close.month().toString(),
                close.closedAt(),
                POLICY,
                close.lines().stream().map(LineView::of).toList());
    }
}
