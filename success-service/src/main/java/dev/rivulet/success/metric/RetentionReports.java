package dev.rivulet.success.metric;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.cohort.CohortSettings;
import dev.rivulet.success.input.Currencies;
import dev.rivulet.success.input.Margins;
import dev.rivulet.success.metric.RetentionReport.Figure;
import dev.rivulet.success.metric.RetentionReport.Figures;
import dev.rivulet.success.metric.RetentionReport.Group;
import dev.rivulet.success.metric.RetentionReport.MonthView;
import dev.rivulet.success.metric.domain.MetricPolicy;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.Revenue.Retained;
import dev.rivulet.success.revenue.domain.Levels;
import dev.rivulet.success.revenue.domain.MonthClose;
import dev.rivulet.success.revenue.domain.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of months from the sums; how many customers there are does not matter. */
@ApplicationScoped
@Transactional
class RetentionReports {

    private final Revenue revenue;
    private final CohortSettings settings;
    private final TenantClock clock;

    RetentionReports(Revenue revenue, CohortSettings settings, TenantClock clock) {
        this.revenue = revenue;
        this.settings = settings;
        this.clock = clock;
    }

    YearMonth lastClosed() {
        return MonthClose.lastClosed(clock.now());
    }

    /** The last month of the last period that is closed. */
    YearMonth lastClosed(Period period) {
        var closed = lastClosed();
        return period.last(closed).equals(closed) ? closed : closed.minusMonths(period.months);
    }

    RetentionReport report(
            Period period,
            YearMonth from,
            YearMonth to,
            @Nullable String by,
            @Nullable String currency,
            MetricPolicy policy,
            @Nullable String grossMargin) {
        var margin = Margins.parse(grossMargin, settings.grossMargin());
        requireAttribute(by);
        var of = Currencies.one(currency, revenue.currencies());
        var closed = lastClosed();
        var months = new ArrayList<MonthView>();
        var groups = of == null ? Map.<String, Levels>of() : groups(by, of, period.first(from), period.last(to));
        for (var last = period.last(from); !last.isAfter(period.last(to)); last = last.plusMonths(period.months)) {
            var found = new ArrayList<Group>();
            if (hasBegun(period.first(last))) {
                for (var group : groups.entrySet()) {
                    var known = MetricMonths.known(group.getValue(), period, Revenue.number(last));
                    var knownNow = Figures.of(known, Currency.getInstance(of), policy, margin);
                    var reported = period == Period.MONTH
                            ? reported(group.getValue(), last, Currency.getInstance(of), policy, margin)
                            : knownNow;
                    found.add(new Group(
                            group.getKey().isEmpty() ? null : group.getKey(),
                            knownNow,
                            knownNow.equals(reported) ? null : reported));
                }
            }
            months.add(new MonthView(period.name(last), !last.isAfter(closed), found));
        }
        return new RetentionReport(
                of, by, margin.toPlainString(), period, closed.toString(), Definitions.of(policy), months);
    }

    /** Anywhere on earth. Of a month that is to come nothing is kept, and nothing lost: it has no figures. */
    private boolean hasBegun(YearMonth month) {
        return !month.isAfter(YearMonth.from(clock.today(DayEdges.FIRST)));
    }

    /**
     * All customers are a group even where there are none yet: its figures say why they are none. The months that a
     * policy looks back on are read too.
     */
    private Map<String, Levels> groups(@Nullable String by, String currency, YearMonth from, YearMonth to) {
        var groups = revenue.months(by == null ? "" : by, currency, from.minusMonths(MetricPolicy.TRAILING), to);
        return by == null && groups.isEmpty() ? Map.of("", Levels.NONE) : groups;
    }

    private static Figures reported(
            Levels levels, YearMonth month, Currency currency, MetricPolicy policy, BigDecimal margin) {
        return Figures.of(MetricMonths.reported(levels, Revenue.number(month)), currency, policy, margin);
    }

    /** Of the customers there were so many months ago; of net retention all policies say the same. */
    TrailingRetention trailing(YearMonth to, int months, @Nullable String by, @Nullable String currency) {
        requireAttribute(by);
        var from = to.minusMonths(months - 1L);
        var code = Currencies.one(currency, revenue.currencies());
        var of = code == null ? null : Currency.getInstance(code);
        var left = code == null
                ? Retained.NOTHING
                : revenue.retained("", code, from, to).getOrDefault("", Retained.NOTHING);
        var whole = TrailingRetention.whole(left);
        var groups = new ArrayList<TrailingRetention.Group>();
        if (by != null && of != null && code != null) {
            revenue.retained(by, code, from, to)
                    .forEach((value, its) -> groups.add(TrailingRetention.Group.of(value, its, of)));
        }
        return new TrailingRetention(
                code,
                by,
                from.toString(),
                to.toString(),
                !to.isAfter(lastClosed()),
                of == null ? null : new Money(left.start(), of),
                of == null ? null : new Money(left.end(), of),
                left.accounts(),
                left.lost(),
                Figure.of(whole.netRetention(), MetricPolicy.RIVULET),
                Figure.of(whole.grossRetention(), MetricPolicy.RIVULET),
                Figure.of(whole.logoChurn(MetricPolicy.RIVULET), MetricPolicy.RIVULET),
                groups);
    }

    private void requireAttribute(@Nullable String by) {
        if (by != null && !revenue.isAttribute(by)) {
            throw Rejected.invalid("cohort-attribute", "?by", by);
        }
    }

    PolicyComparison compare(YearMonth month, @Nullable String currency, @Nullable String grossMargin) {
        var margin = Margins.parse(grossMargin, settings.grossMargin());
        var of = Currencies.one(currency, revenue.currencies());
        var levels = of == null || !hasBegun(month)
                ? null
                : groups(null, of, month, month).get("");
        var policies = Arrays.stream(MetricPolicy.values())
                .map(policy -> new PolicyComparison.ByPolicy(
                        RetentionReport.stamp(policy),
                        policy.definition,
                        levels == null
                                ? null
                                : Figures.of(
                                        MetricMonths.known(levels, Revenue.number(month)),
                                        Currency.getInstance(of),
                                        policy,
                                        margin)))
                .toList();
        return new PolicyComparison(month.toString(), of, margin.toPlainString(), policies);
    }
}
