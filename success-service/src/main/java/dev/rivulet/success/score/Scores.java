package dev.rivulet.success.score;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.score.domain.ScoreModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The scores as last computed, explained by the model. */
@ApplicationScoped
public class Scores {

    private final CustomerScoreRepository scores;
    private final ScoreModel model;

    Scores(CustomerScoreRepository scores, ScoreSettings settings) {
        this.scores = scores;
        this.model = new ScoreModel(settings.weights(), settings.minimumCoverage());
    }

    @Transactional
    public ScoreView get(UUID account) {
        var stored = scores.findById(account);
        if (stored == null) {
            throw Rejected.notFound("customer", account);
        }
        return view(stored);
    }

    /** Of those accounts that have one. */
    @Transactional
    public Map<UUID, ScoreView> of(Collection<UUID> accounts) {
        var views = new HashMap<UUID, ScoreView>();
        scores.ofAccounts(accounts).forEach(stored -> views.put(stored.accountId, view(stored)));
        return views;
    }

    private ScoreView view(CustomerScore stored) {
        return ScoreView.of(stored, model.score(stored.values()));
    }
}
