package dev.rivulet.success.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.success.metric.domain.CustomerValue;
import dev.rivulet.success.metric.domain.MetricPolicy;
import dev.rivulet.success.metric.domain.Result;
import dev.rivulet.success.revenue.domain.Period;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What months kept and lost, of one currency. */
@Schema(name = "RetentionReport")
public record RetentionReport(
        @Schema(nullable = true, examples = "EUR", description = "Null while there is no revenue") @Nullable
        String currency,

        @Schema(nullable = true, examples = "segment", description = "The attribute the groups are values of") @Nullable
        String by,

        @Schema(examples = "0.8", description = "Share of revenue that is gross margin, in the lifetime value")
        String grossMargin,

        @Schema(examples = "MONTH", description = "What the figures are of: months, quarters or calendar years")
        Period period,

        @Schema(examples = "2026-10", description = "The last month that is closed")
        String closedThrough,

        @Schema(description = "How each figure is made, and by which policy")
        List<Definition> definitions,

        List<MonthView> months) {

    /** How a figure is made. */
    @Schema(name = "MetricDefinition")
    public record Definition(
            @Schema(examples = "grossRevenueRetention") String figure,
            @Schema(examples = "rivulet-2") String policy,

            @Schema(examples = "sum of min(start, end) / sum of start, by customer")
            String definition) {}

    /** A month, quarter or year. */
    @Schema(name = "RetentionMonth")
    public record MonthView(
            @Schema(examples = "2026-03", description = "Of a quarter 2026-Q1, of a year 2026")
            String month,

            @Schema(description = "Whether it is over everywhere; the figures of others are of what there is")
            boolean closed,

            @Schema(description = "None of one that has not begun")
            List<Group> groups) {}

    /** The accounts of a value of the attribute, or all. */
    @Schema(name = "RetentionGroup")
    public record Group(
            @Schema(nullable = true, examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60", description = "Null for all")
            @Nullable
            String value,

            Figures knownNow,

            @Schema(
                    nullable = true,
                    description = "A month as it was when it closed, where corrections have changed it since; of longer"
                            + " periods only what is known now is told")
            @Nullable
            Figures reported) {}

    /** One figure. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "MetricFigure")
    public record Figure(
            @Schema(
                    nullable = true,
                    examples = "1.020000",
                    description = "A ratio of six decimals, or an amount in the currency; null for a reason")
            @Nullable
            String value,

            @Schema(
                    nullable = true,
                    examples = "NO_START",
                    description = "NO_START: nobody had revenue when the month began; NO_LOSS: nothing was lost;"
                            + " NO_CUSTOMERS: nobody had revenue when it ended; NO_CHURN: no customer was lost, or by"
                            + " profitwell no revenue in net")
            Result.@Nullable Reason reason,

            @Schema(
                    nullable = true,
                    examples = "2400.00",
                    description = "What a lifetime value without churn is at least")
            @Nullable
            String lowerBound,

            @Schema(examples = "rivulet-2") String policy) {

        static Figure of(Result result, MetricPolicy policy) {
            return new Figure(text(result.value()), result.reason(), text(result.lowerBound()), stamp(policy));
        }

        private static @Nullable String text(@Nullable BigDecimal value) {
            return value == null ? null : value.toPlainString();
        }
    }

    static String stamp(MetricPolicy policy) {
        return policy.text + "-" + policy.version();
    }

    /** All figures of a month, by one policy. */
    @Schema(name = "RetentionFigures")
    public record Figures(
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

            long newCustomers,

            @Schema(
                    examples = "1",
                    description = "Times customers who had gone came back, from before or within the month")
            long reactivations,

            @Schema(
                    examples = "3",
                    description = "Times customers went, those who came, or came back, in between among them:"
                            + " startCustomers + newCustomers + reactivations - endings = endCustomers")
            long endings,

            long endCustomers,
            Figure grossRevenueChurn,

            @Schema(description = "Below 0 is negative churn: those who stayed grew by more than was lost")
            Figure netRevenueChurn,

            Figure netRevenueRetention,
            Figure grossRevenueRetention,
            Figure logoChurn,
            Figure quickRatio,
            Figure averageRevenuePerAccount,
            Figure lifetimeValue) {

        static Figures of(MetricMonths.Told told, Currency currency, MetricPolicy policy, BigDecimal margin) {
            var month = told.month();
            return new Figures(
                    new Money(month.start(), currency),
                    new Money(month.gainedNew(), currency),
                    new Money(month.expansion(), currency),
                    new Money(month.contraction(), currency),
                    new Money(month.churn(), currency),
                    new Money(month.reactivation(), currency),
                    new Money(month.end(), currency),
                    month.startCustomers(),
                    month.lostCustomers(),
                    month.newCustomers(),
                    month.returns(),
                    month.endings(),
                    month.endCustomers(),
                    Figure.of(month.grossChurn(policy), policy),
                    Figure.of(month.netChurn(), policy),
                    Figure.of(month.netRetention(), policy),
                    Figure.of(month.grossRetention(), policy),
                    Figure.of(month.logoChurn(policy), policy),
                    Figure.of(month.quickRatio(policy), policy),
                    Figure.of(CustomerValue.perAccount(month, currency), policy),
                    Figure.of(
                            CustomerValue.lifetime(policy, month, told.before(), told.months(), margin, currency),
                            policy));
        }
    }
}
