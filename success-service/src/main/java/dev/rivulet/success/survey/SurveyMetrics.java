package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The three figures over all answers of persons; anonymous ones are shown with their survey only. */
@ApplicationScoped
@Transactional
class SurveyMetrics {

    private static final Tally NOTHING = new Tally(Map.of());

    private final AnswerFigures figures;

    SurveyMetrics(AnswerFigures figures) {
        this.figures = figures;
    }

    @FunctionalInterface
    interface View<V> {
        V of(@Nullable String group, Tally tally, List<V> groups);
    }

    <V> V of(SurveyKind kind, @Nullable UUID survey, Period period, @Nullable Grouping grouping, View<V> view) {
        var all = figures.tallies(kind, survey, period, null).getOrDefault("", NOTHING);
        var groups = grouping == null
                ? List.<V>of()
                : figures.tallies(kind, survey, period, grouping).entrySet().stream()
                        .map(group ->
                                view.of(group.getKey().isEmpty() ? null : group.getKey(), group.getValue(), List.of()))
                        .toList();
        return view.of(null, all, groups);
    }
}
