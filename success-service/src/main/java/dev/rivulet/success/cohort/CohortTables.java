package dev.rivulet.success.cohort;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.success.cohort.domain.CellState;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.cohort.domain.Share;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.domain.MonthClose;
import dev.rivulet.success.revenue.domain.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes cohort tables of sums; a handful of small reads, however many customers there are. */
@ApplicationScoped
class CohortTables {

    private final Revenue revenue;
    private final TableMarks marks;
    private final TenantClock clock;

    CohortTables(Revenue revenue, TableMarks marks, TenantClock clock) {
        this.revenue = revenue;
        this.marks = marks;
        this.clock = clock;
    }

    @Transactional
    CohortView of(CohortQuery query) {
        var closed = MonthClose.lastClosed(clock.now());
        var rows = rows(query);
        var marked = marks.of(query, rows, closed);
        return new CohortView(
                query.measure(),
                query.by() == null ? CohortQuery.START : query.by(),
                query.period(),
                query.currency(),
                CohortView.Policy.of(query.view()),
                query.measure() == Measure.LTV ? query.grossMargin().toPlainString() : null,
                closed.toString(),
                rows.stream().map(row -> view(query, row, closed, marked)).toList(),
                marks.drifts(query));
    }

    private List<CohortRow> rows(CohortQuery query) {
        if (query.period() != Period.MONTH) {
            var from = query.period().first(query.from());
            var to = query.period().last(query.to());
            return CohortRow.of(revenue.cohorts(query.within(), query.currency(), from, to), query.period());
        }
        return query.by() == null
                ? revenue.cohorts(query.within(), query.currency(), query.from(), query.to()).stream()
                        .map(CohortRow::of)
                        .toList()
                : revenue.groups(query.by(), query.currency(), query.from(), query.to()).stream()
                        .map(group -> CohortRow.of(group, query.from()))
                        .toList();
    }

    private CohortView.Row view(CohortQuery query, CohortRow row, YearMonth closed, TableMarks.Marked marked) {
        var reported = query.view() == CohortPolicy.REPORTED;
        var cells = new ArrayList<CohortView.Cell>();
        for (var age = 0; age <= query.ages(); age++) {
            cells.add(cell(query, row, age, closed, marked.of(row, age)));
        }
        return new CohortView.Row(
                row.key(),
                row.customers(query.ages(), reported),
                query.currency() == null
                        ? null
                        : new Money(row.base(query.ages(), reported), Currency.getInstance(query.currency())),
                cells);
    }

    private CohortView.Cell cell(CohortQuery query, CohortRow row, int age, YearMonth closed, @Nullable MarkView mark) {
        var month = row.at(age);
        var state = row.state(age, closed);
        var known = row.share(query.measure(), age, false, query.grossMargin());
        if (state != CellState.CLOSED) {
            var soFar = state == CellState.OPEN && row.isOfOneAge() ? text(query, row, age, known, false) : null;
            return new CohortView.Cell(age, month, state, null, soFar, null, null, false, null, null);
        }
        var reported = row.share(query.measure(), age, true, query.grossMargin());
        var asReported = query.view() == CohortPolicy.REPORTED;
        var shown = asReported ? reported : known;
        var other = asReported ? known : reported;
        var restated = !known.equals(reported);
        return new CohortView.Cell(
                age,
                month,
                state,
                text(query, row, age, shown, asReported),
                null,
                shown.part(),
                shown.whole(),
                restated,
                restated ? text(query, row, age, other, !asReported) : null,
                mark);
    }

    private static @Nullable String text(CohortQuery query, CohortRow row, int age, Share share, boolean reported) {
        if (query.measure() == Measure.LTV && query.currency() != null) {
            var minor = row.lifetime(age, reported, query.grossMargin());
            return minor == null
                    ? null
                    : new Money(minor, Currency.getInstance(query.currency()))
                            .decimal()
                            .toPlainString();
        }
        var value = share.value();
        return value == null ? null : value.toPlainString();
    }
}
