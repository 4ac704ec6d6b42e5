package dev.rivulet.success.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.success.metric.RetentionReport.Figure;
import dev.rivulet.success.metric.domain.MetricPolicy;
import dev.rivulet.success.metric.domain.Month;
import dev.rivulet.success.revenue.Revenue.Retained;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is left, after some months, of the customers there were before, as known now. */
@Schema(name = "TrailingRetention")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TrailingRetention(
        @Schema(nullable = true, examples = "EUR", description = "Null while there is no revenue") @Nullable
        String currency,

        @Schema(nullable = true, examples = "segment", description = "The attribute the groups are values of") @Nullable
        String by,

        @Schema(examples = "2025-04", description = "The first of the months")
        String from,

        @Schema(examples = "2026-03", description = "The last of them")
        String to,

        @Schema(description = "Whether the last month is over everywhere")
        boolean closed,

        @Schema(nullable = true, description = "Monthly revenue when the first month began") @Nullable
        Money start,

        @Schema(nullable = true, description = "That of the same customers when the last one ended") @Nullable
        Money end,

        @Schema(examples = "48", description = "Customers with revenue when the first month began")
        long startCustomers,

        @Schema(examples = "5", description = "Those of them without any when the last one ended")
        long lostCustomers,

        Figure netRevenueRetention,
        Figure grossRevenueRetention,
        Figure logoChurn,

        @Schema(description = "The same by value of the attribute, where there were customers; empty unless asked for")
        List<Group> groups) {

    /** The customers with a value of the attribute. */
    @Schema(name = "TrailingRetentionGroup")
    public record Group(
            @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60", description = "- for customers without a value")
            String value,

            Money start,
            Money end,

            @Schema(examples = "12", description = "Customers with revenue when the first month began")
            long startCustomers,

            @Schema(examples = "1", description = "Those of them without any when the last one ended")
            long lostCustomers,

            Figure netRevenueRetention,
            Figure grossRevenueRetention,
            Figure logoChurn) {

        static Group of(String value, Retained left, Currency currency) {
            var whole = whole(left);
            return new Group(
                    value,
                    new Money(left.start(), currency),
                    new Money(left.end(), currency),
                    left.accounts(),
                    left.lost(),
                    Figure.of(whole.netRetention(), MetricPolicy.RIVULET),
                    Figure.of(whole.grossRetention(), MetricPolicy.RIVULET),
                    Figure.of(whole.logoChurn(MetricPolicy.RIVULET), MetricPolicy.RIVULET));
        }
    }

    /** What became of the customers of the start, as if the months were one. */
    static Month whole(Retained left) {
        return Month.ofStart(
                left.start(), left.start() - left.kept(), left.end() - left.kept(), left.accounts(), left.lost());
    }
}
