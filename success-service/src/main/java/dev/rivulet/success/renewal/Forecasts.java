package dev.rivulet.success.renewal;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.figure.ShareView;
import dev.rivulet.success.figure.domain.Share;
import dev.rivulet.success.renewal.ForecastView.MonthView;
import dev.rivulet.success.renewal.ForecastView.RateView;
import dev.rivulet.success.renewal.ForecastView.RiskMoney;
import dev.rivulet.success.renewal.domain.Expectation;
import dev.rivulet.success.renewal.domain.Risk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What is expected of renewals to come by what became of past ones, and how often the risk was right. */
@ApplicationScoped
@Transactional
class Forecasts {

    private static final int MOST_MONTHS = 24;

    private final Renewals renewals;
    private final PastRenewals past;
    private final RenewalPolicies policies;
    private final Portfolio portfolio;
    private final TenantClock clock;
    private final long minimum;

    Forecasts(
            Renewals renewals,
            PastRenewals past,
            RenewalPolicies policies,
            Portfolio portfolio,
            TenantClock clock,
            @ConfigProperty(name = "rivulet.renewal.minimum") long minimum) {
        this.renewals = renewals;
        this.past = past;
        this.policies = policies;
        this.portfolio = portfolio;
        this.clock = clock;
        this.minimum = minimum;
    }

    PrecisionView precision(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Rejected.invalid("range-backwards", "?to");
        }
        return PrecisionView.of(past.counts(from, to, portfolio.accounts().orElse(null)), minimum);
    }

    private record Key(YearMonth month, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            var byMonth = month.compareTo(other.month);
            return byMonth == 0 ? currency.compareTo(other.currency) : byMonth;
        }
    }

    /** Of so many months, the present one first. */
    ForecastView forecast(int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw Rejected.invalid("parameter-invalid", "?months", "months");
        }
        var first = YearMonth.from(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
        var filter = new RenewalFilter();
        filter.from = first.atDay(1);
        filter.to = first.plusMonths(months - 1L).atEndOfMonth();
        var groups = new TreeMap<Key, List<RenewalView>>();
        renewals.all(filter)
                .forEach(renewal -> groups.computeIfAbsent(
                                new Key(
                                        YearMonth.from(renewal.renewalOn()),
                                        renewal.mrr().currency().getCurrencyCode()),
                                none -> new ArrayList<>())
                        .add(renewal));
        // Rates are the tenant's, whoever asks: one portfolio has too few renewals for any.
        var kept = past.counts(null, null, null).keptShares();
        return new ForecastView(
                policies.get().name(),
                minimum,
                kept.entrySet().stream()
                        .map(rate -> new RateView(
                                rate.getKey(),
                                ShareView.of(rate.getValue()),
                                Expectation.isEnough(rate.getValue(), minimum)))
                        .toList(),
                groups.entrySet().stream()
                        .map(group -> month(group.getKey().month(), group.getValue(), kept))
                        .toList());
    }

    private MonthView month(YearMonth month, List<RenewalView> due, Map<Risk, Share> kept) {
        var money = new EnumMap<Risk, Money>(Risk.class);
        var counts = new EnumMap<Risk, Long>(Risk.class);
        for (var renewal : due) {
            money.merge(renewal.risk(), renewal.mrr(), Money::plus);
            counts.merge(renewal.risk(), 1L, Long::sum);
        }
        var expected = Expectation.of(money, kept, minimum, due.getFirst().mrr().currency());
        var risks = new ArrayList<RiskMoney>();
        money.forEach((risk, sum) -> risks.add(new RiskMoney(risk, counts.getOrDefault(risk, 0L), sum)));
        return new MonthView(
                month.toString(),
                due.size(),
                expected.due(),
                expected.retained(),
                expected.low(),
                expected.high(),
                expected.retained() == null ? "too-few-past-renewals" : null,
                risks);
    }
}
