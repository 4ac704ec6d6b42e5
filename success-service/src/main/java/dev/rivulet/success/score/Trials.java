package dev.rivulet.success.score;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What models say that are not, or not yet, in force. */
@ApplicationScoped
class Trials {

    private final CurrentModels models;
    private final ShadowScores shadows;
    private final ScoreHistory history;
    private final Customers customers;
    private final Portfolio portfolio;

    Trials(CurrentModels models, ShadowScores shadows, ScoreHistory history, Customers customers, Portfolio portfolio) {
        this.models = models;
        this.shadows = shadows;
        this.history = history;
        this.customers = customers;
        this.portfolio = portfolio;
    }

    @Transactional
    List<ComparisonView> comparisons(UUID model, UUID after, int limit) {
        existing(model);
        return shadows.compared(portfolio.accounts().orElse(null), model, after, limit).stream()
                .map(ComparisonView::of)
                .toList();
    }

    /** A replayed record and its place in the history. */
    record Placed(ReplayView view, long version) {}

    @Transactional
    List<Placed> replay(UUID model, UUID account, long before, int limit) {
        var replayed = existing(model);
        portfolio.require(account);
        customers.get(account);
        var rows = history.page(account, null, null, before, limit);
        var known = models.of(rows.stream().map(ScoreRow::modelId).distinct().toList());
        return rows.stream()
                .map(row -> new Placed(
                        ReplayView.of(row, Objects.requireNonNull(known.get(row.modelId())), replayed), row.version()))
                .toList();
    }

    private NumberedModel existing(UUID model) {
        return Stream.ofNullable(models.of(List.of(model)).get(model))
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("score model", model));
    }
}
