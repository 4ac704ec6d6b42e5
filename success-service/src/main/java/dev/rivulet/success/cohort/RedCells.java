package dev.rivulet.success.cohort;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.success.cohort.MarkStore.MarkKey;
import dev.rivulet.success.cohort.MarkStore.Stored;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.cohort.domain.Position;
import dev.rivulet.success.cohort.domain.Verdict;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.Revenue.Step;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what was judged, with the reasons of what is red, and sees to it that somebody reacts. */
@Singleton
class RedCells {

    private static final int ACCOUNTS = 5;

    private final MarkStore marks;
    private final Revenue revenue;
    private final CohortCases cases;
    private final TenantClock clock;

    RedCells(MarkStore marks, Revenue revenue, CohortCases cases, TenantClock clock) {
        this.marks = marks;
        this.revenue = revenue;
        this.cases = cases;
        this.clock = clock;
    }

    /** What is judged the same again is not news. */
    void keep(MarkKey key, MarkView judged, @Nullable Position position, MarkView.@Nullable Previous previous) {
        var before = marks.find(key);
        var mark = judged.after(earlier(before, judged));
        if (mark.verdict().isRed()) {
            mark = mark.because(reasons(key, mark, previous));
        }
        marks.keep(key, mark, position, clock.now());
        if (mark.verdict().isRed()) {
            cases.open(key.cell(), mark);
        } else if (before != null && before.verdict().isRed()) {
            cases.settle(key.cell());
        }
    }

    /** There is no such cell any more. */
    void forget(Stored stored) {
        marks.remove(stored.key());
        if (stored.mark().verdict().isRed()) {
            cases.settle(stored.key().cell());
        }
    }

    private @Nullable List<MarkView.Earlier> earlier(@Nullable MarkView before, MarkView now) {
        if (before == null) {
            return null;
        }
        if (before.verdict() == now.verdict() && before.kept().equals(now.kept())) {
            return before.earlier();
        }
        var earlier = new ArrayList<MarkView.Earlier>();
        if (before.earlier() != null) {
            earlier.addAll(before.earlier());
        }
        earlier.add(new MarkView.Earlier(before.verdict(), before.kept(), clock.now()));
        return earlier;
    }

    private MarkView.Reasons reasons(MarkKey key, MarkView mark, MarkView.@Nullable Previous previous) {
        var cell = key.cell();
        var steps = revenue.steps(key.currency(), cell.start(), cell.start(), cell.age(), 1);
        var kinds = revenue.kinds(key.currency(), cell.start(), cell.month()).stream()
                .map(sum -> new MarkView.Kind(
                        sum.kind(), sum.count(), new Money(sum.minor(), Currency.getInstance(sum.currency()))))
                .toList();
        return new MarkView.Reasons(
                summary(key, mark), accounts(key.measure(), mark.verdict(), steps), kinds, previous);
    }

    /** Those that moved most to the side the cell moved to. */
    private static List<MarkView.Account> accounts(Measure measure, Verdict verdict, List<Step> steps) {
        var byChange = Comparator.comparingLong((Step step) -> step.after() - step.before());
        return steps.stream()
                .filter(step -> measure != Measure.LOGO || verdict == Verdict.RED_UP || step.after() == 0)
                .filter(step -> step.after() != step.before())
                .sorted((verdict == Verdict.RED_UP ? byChange.reversed() : byChange).thenComparing(Step::accountId))
                .limit(ACCOUNTS)
                .map(step ->
                        new MarkView.Account(step.accountId(), money(step, step.before()), money(step, step.after())))
                .toList();
    }

    private static Money money(Step step, long minor) {
        return new Money(minor, Currency.getInstance(step.currency()));
    }

    private static String summary(MarkKey key, MarkView mark) {
        return "%s of %s at age %d%s: kept %s %% of the age before where others keep %s %% (q = %s)"
                .formatted(
                        switch (key.measure()) {
                            case LOGO -> "Customers";
                            case GROSS -> "Revenue without growth";
                            default -> "Revenue";
                        },
                        key.cell().start(),
                        key.cell().age(),
                        key.currency() == null ? "" : " in " + key.currency(),
                        percent(mark.kept()),
                        percent(mark.baseline()),
                        mark.q());
    }

    private static String percent(@Nullable String ratio) {
        return ratio == null
                ? "?"
                : new BigDecimal(ratio)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
