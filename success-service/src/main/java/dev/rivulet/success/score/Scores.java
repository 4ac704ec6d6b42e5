package dev.rivulet.success.score;

import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The scores as last computed, explained by their models. */
@ApplicationScoped
public class Scores {

    private final ScoreRows rows;
    private final ScoreHistory history;
    private final CurrentModels models;

    Scores(ScoreRows rows, ScoreHistory history, CurrentModels models) {
        this.rows = rows;
        this.history = history;
        this.models = models;
    }

    @Transactional
    public ScoreView get(UUID account) {
        var view = of(List.of(account)).get(account);
        if (view == null) {
            throw Rejected.notFound("customer", account);
        }
        return view;
    }

    /** Of those accounts that have one. */
    @Transactional
    public Map<UUID, ScoreView> of(Collection<UUID> accounts) {
        var found = rows.of(accounts);
        var known = models.of(found.stream().map(ScoreRow::modelId).distinct().toList());
        var views = new HashMap<UUID, ScoreView>();
        found.forEach(row ->
                views.put(row.accountId(), ScoreView.of(row, Objects.requireNonNull(known.get(row.modelId())))));
        return views;
    }

    /** What the scores were at the end of a local day of each account; those that had none are left out. */
    @Transactional
    public Map<UUID, BigDecimal> on(Map<UUID, LocalDate> days) {
        return history.on(days);
    }
}
