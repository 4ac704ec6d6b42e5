package dev.rivulet.success.usage;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.usage.domain.Interval;
import dev.rivulet.success.usage.domain.Rule;
import dev.rivulet.success.usage.domain.UsageRetention;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who comes back to use the product again. */
@Singleton
class Retention {

    private final UsagePatterns patterns;
    private final Customers customers;
    private final TenantClock clock;

    Retention(UsagePatterns patterns, Customers customers, TenantClock clock) {
        this.patterns = patterns;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param to the last period ended on this day or before; null: on any
     * @param metric what is used to start; null: anything
     * @param returning what is used to come back; null: the same
     */
    record Question(
            Interval interval,
            int periods,
            Rule rule,
            @Nullable LocalDate to,
            boolean byUser,
            @Nullable UUID account,
            @Nullable String metric,
            @Nullable String returning) {}

    @Transactional
    RetentionView of(Question question) {
        var interval = question.interval();
        var periods = question.periods();
        if (periods < 2 || periods > interval.most()) {
            throw Rejected.invalid("periods-invalid", "?periods", interval.most());
        }
        if (question.rule().periods() > periods) {
            throw Rejected.invalid("brackets-invalid", "?brackets", periods - 1);
        }
        var account = question.account();
        if (account != null) {
            customers.get(account);
        }
        var over = clock.today(DayEdges.LAST).minusDays(1);
        var to = question.to();
        var last = interval.lastEnded(to == null || to.isAfter(over) ? over : to);
        var first = interval.plus(last, 1 - periods);
        var starts = new ArrayList<LocalDate>();
        for (var period = 0; period < periods; period++) {
            starts.add(interval.plus(first, period));
        }
        var end = interval.plus(last, 1).minusDays(1);
        return RetentionView.of(
                question, starts, end, UsageRetention.of(patterns.of(question, starts, end), periods, question.rule()));
    }
}
