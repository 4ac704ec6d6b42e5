package dev.rivulet.success.score;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.score.domain.ScoreDelta;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a customer's score came about. */
@ApplicationScoped
public class ScoreExplanations {

    private static final int USUAL_DAYS = 30;

    private final ScoreHistory history;
    private final CurrentModels models;
    private final Customers customers;

    ScoreExplanations(ScoreHistory history, CurrentModels models, Customers customers) {
        this.history = history;
        this.models = models;
        this.customers = customers;
    }

    /** A record and its place in the history. */
    record Placed(ScoreRecordView view, long version) {}

    @Transactional
    List<Placed> page(UUID account, @Nullable LocalDate from, @Nullable LocalDate to, long before, int limit) {
        customers.get(account);
        requireForwards(from, to);
        var rows = history.page(account, from, to, before, limit);
        var known = models(rows.stream());
        return rows.stream()
                .map(row -> new Placed(view(row, known), row.version()))
                .toList();
    }

    /** The 30 days to today where the caller names none. */
    @Transactional
    public ScoreChangeView change(UUID account, @Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? customers.today(account) : to;
        var first = from == null ? last.minusDays(USUAL_DAYS) : from;
        customers.get(account);
        requireForwards(first, last);
        var before = history.on(account, first);
        var after = history.on(account, last);
        var known = models(Stream.of(before, after).flatMap(Optional::stream));
        var delta = before.flatMap(start -> after.flatMap(end -> ScoreDelta.between(
                model(start, known).model(), start.inputs(), model(end, known).model(), end.inputs())));
        return new ScoreChangeView(
                account,
                first,
                last,
                delta.map(ScoreDelta::change).orElse(null),
                delta.isPresent() ? null : hasScore(before) ? "no-score-after" : "no-score-before",
                delta.map(ScoreChangeView::parts).orElse(List.of()),
                before.map(row -> view(row, known)).orElse(null),
                after.map(row -> view(row, known)).orElse(null));
    }

    private static boolean hasScore(Optional<ScoreRow> row) {
        return row.map(ScoreRow::score).isPresent();
    }

    private static void requireForwards(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Rejected.invalid("range-backwards", "?to");
        }
    }

    private Map<UUID, NumberedModel> models(Stream<ScoreRow> rows) {
        return models.of(rows.map(ScoreRow::modelId).distinct().toList());
    }

    private static ScoreRecordView view(ScoreRow row, Map<UUID, NumberedModel> known) {
        return ScoreRecordView.of(row, model(row, known));
    }

    private static NumberedModel model(ScoreRow row, Map<UUID, NumberedModel> known) {
        return Objects.requireNonNull(known.get(row.modelId()));
    }
}
