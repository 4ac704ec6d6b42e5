package dev.rivulet.subscription.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.metrics.MovementFigures.Month;
import dev.rivulet.subscription.metrics.domain.MonthFlow;
import dev.rivulet.subscription.metrics.domain.Ratio;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a month kept and lost, as known now. */
@Schema(name = "MrrRetention")
public record RetentionView(
        @Schema(examples = "2026-03") String month,

        @Schema(description = "By currency; none where there was never any revenue")
        List<CurrencyView> currencies) {

    /** One figure. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "MrrFigure")
    record Figure(
            @Nullable @Schema(examples = "0.041667", description = "Six decimals, HALF_UP; null for a reason")
            String value,

            @Nullable
            @Schema(
                    examples = "NO_START",
                    description = "Why there is none: NO_START, nobody had revenue when the month began; NO_LOSS,"
                            + " nothing was lost that gains could be set against")
            String reason,

            @Schema(examples = "gross-revenue-churn-1", description = "By which rule it was made")
            String policy) {

        static Figure of(Ratio ratio, String policy) {
            var value = ratio.value();
            var reason = ratio.reason();
            return new Figure(
                    value == null ? null : value.toPlainString(), reason == null ? null : reason.name(), policy);
        }
    }

    /** The figures of one currency. */
    @Schema(name = "MrrCurrencyRetention")
    record CurrencyView(
            @Schema(examples = "EUR") String currency,
            Money start,
            Money gainedNew,
            Money expansion,
            Money contraction,
            Money churn,
            Money reactivation,
            Money end,

            @Schema(examples = "48", description = "Customers with revenue when the month began")
            long startCustomers,

            @Schema(examples = "2", description = "Those of them without any when it ended")
            long lostCustomers,

            @Schema(description = "gross-revenue-churn-1: (churn + contraction) / start")
            Figure grossRevenueChurn,

            @Schema(description = "net-revenue-churn-1: (churn + contraction - expansion - reactivation) / start")
            Figure netRevenueChurn,

            @Schema(description = "net-revenue-retention-2: sum of end / sum of start, of the customers of the start")
            Figure netRevenueRetention,

            @Schema(description = "gross-revenue-retention-1: sum of min(start, end) / sum of start, by customer")
            Figure grossRevenueRetention,

            @Schema(description = "logo-churn-1: lost customers / customers of the start")
            Figure logoChurn,

            @Schema(description = "quick-ratio-1: (new + expansion + reactivation) / (churn + contraction)")
            Figure quickRatio) {

        static CurrencyView of(Month month) {
            var flow = month.flow();
            var currency = month.currency();
            return new CurrencyView(
                    currency.getCurrencyCode(),
                    new Money(flow.start(), currency),
                    new Money(flow.gainedNew(), currency),
                    new Money(flow.expansion(), currency),
                    new Money(flow.contraction(), currency),
                    new Money(flow.churn(), currency),
                    new Money(flow.reactivation(), currency),
                    new Money(flow.end(), currency),
                    month.customers(),
                    month.lost(),
                    Figure.of(flow.grossChurn(), "gross-revenue-churn-1"),
                    Figure.of(flow.netChurn(), "net-revenue-churn-1"),
                    Figure.of(flow.netRetention(month.retained()), "net-revenue-retention-2"),
                    Figure.of(flow.grossRetention(month.kept()), "gross-revenue-retention-1"),
                    Figure.of(MonthFlow.logoChurn(month.lost(), month.customers()), "logo-churn-1"),
                    Figure.of(flow.quickRatio(), "quick-ratio-1"));
        }
    }

    static RetentionView of(YearMonth month, List<Month> currencies) {
        return new RetentionView(
                month.toString(), currencies.stream().map(CurrencyView::of).toList());
    }
}
