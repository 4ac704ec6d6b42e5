package dev.rivulet.success.survey;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.revenue.domain.MonthClose;
import dev.rivulet.success.survey.domain.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The three figures over all answers of persons; anonymous ones are shown with their survey only. */
@ApplicationScoped
@Transactional
class SurveyMetrics {

    /** The formulas of the three figures; another version with each change of one. Since 2: intervals of answers all alike. */
    static final String POLICY = "rivulet-2";

    private static final Tally NOTHING = new Tally(Map.of());

    private final AnswerFigures figures;
    private final TenantClock clock;

    SurveyMetrics(AnswerFigures figures, TenantClock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** @param <V> one of the three figures */
    @FunctionalInterface
    interface View<V> {
        V of(@Nullable String group, Tally tally, @Nullable V reported, List<V> groups);
    }

    <V> V of(
            SurveyKind kind,
            int points,
            @Nullable UUID survey,
            Period period,
            @Nullable Grouping grouping,
            View<V> view) {
        var all = figures.tallies(kind, points, survey, period, null).getOrDefault("", NOTHING);
        var known = grouping == null
                ? new TreeMap<String, Tally>()
                : figures.tallies(kind, points, survey, period, grouping);
        var reported =
                grouping == Grouping.MONTH ? reported(kind, points, survey, period, known) : Map.<String, Tally>of();
        var groups = new ArrayList<V>();
        known.forEach((label, tally) -> {
            var before = reported.get(label);
            groups.add(view.of(
                    label.isEmpty() ? null : label,
                    tally,
                    before == null ? null : view.of(label, before, null, List.of()),
                    List.of()));
        });
        return view.of(null, all, null, groups);
    }

    /** Of the months that are closed and were another then. */
    private Map<String, Tally> reported(
            SurveyKind kind, int points, @Nullable UUID survey, Period period, Map<String, Tally> known) {
        var closed = MonthClose.lastClosed(clock.now());
        var then = figures.reported(kind, points, survey, period);
        var reported = new HashMap<String, Tally>();
        known.forEach((month, tally) -> {
            var before = then.getOrDefault(month, NOTHING);
            if (!YearMonth.parse(month).isAfter(closed) && !before.equals(tally)) {
                reported.put(month, before);
            }
        });
        return reported;
    }
}
