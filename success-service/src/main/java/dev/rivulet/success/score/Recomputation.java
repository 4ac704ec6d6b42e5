package dev.rivulet.success.score;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.success.care.Cares;
import dev.rivulet.success.customer.CustomerLocks;
import dev.rivulet.success.customer.LockedCustomer;
import dev.rivulet.success.customer.RecurringRevenue;
import dev.rivulet.success.events.ScoreChanged;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.score.domain.Inputs;
import dev.rivulet.success.score.domain.ScoreBand;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Computes the scores of many customers with as many statements as for one. The customers are locked first, so that of
 * two changes at the same moment the second sees the first. Only what has changed is written and told.
 */
@Singleton
class Recomputation {

    private final EntityManager entities;
    private final CustomerLocks locks;
    private final ScoreInputs inputs;
    private final RecurringRevenue revenue;
    private final Cares cares;
    private final ScoreRows rows;
    private final ShadowScores shadows;
    private final TenantClock clock;
    private final Outbox outbox;
    private final Event<ScoreMoved> moves;

    Recomputation(
            EntityManager entities,
            CustomerLocks locks,
            ScoreInputs inputs,
            RecurringRevenue revenue,
            Cares cares,
            ScoreRows rows,
            ShadowScores shadows,
            TenantClock clock,
            Outbox outbox,
            Event<ScoreMoved> moves) {
        this.entities = entities;
        this.locks = locks;
        this.inputs = inputs;
        this.revenue = revenue;
        this.cares = cares;
        this.rows = rows;
        this.shadows = shadows;
        this.clock = clock;
        this.outbox = outbox;
        this.moves = moves;
    }

    /**
     * An account of which nothing but usage is known is no customer yet and has no score.
     *
     * @return whether any customer had no score before
     */
    boolean recompute(Collection<UUID> accounts, ModelsInForce models) {
        // What Hibernate holds back until the commit is an input too, and the sources read the tables.
        entities.flush();
        var customers = locks.lock(accounts);
        if (customers.isEmpty()) {
            return false;
        }
        var now = clock.now();
        var known = rows.of(customers.keySet()).stream()
                .collect(Collectors.toMap(ScoreRow::accountId, Function.identity()));
        var found = inputs.of(customers.values());
        var money = revenue.on(days(customers.values()));
        var segments = segments(customers.keySet(), models);
        var news = new ArrayList<ScoreRow>();
        var confirmed = new ArrayList<LockedCustomer>();
        var told = new ArrayList<Outbox.Publication>();
        var moved = new ArrayList<ScoreMoved>();
        var candidates = new ArrayList<ShadowScore>();
        for (var customer : customers.values()) {
            var account = customer.id();
            var model = models.of(segments.get(account));
            var values = found.getOrDefault(account, Inputs.NONE);
            var score = model.model().score(values);
            var before = known.get(account);
            var row = ScoreRow.of(customer, before, score, model, values, money.get(account), now);
            if (row.isNewsAfter(before)) {
                news.add(row);
            } else {
                confirmed.add(customer);
            }
            if (row.showsOtherThan(before)) {
                told.add(publication(row, model));
                moved.add(new ScoreMoved(account, customer.today(), before == null ? null : before.score(), score));
            }
            var shadow = models.shadowOf(segments.get(account));
            if (shadow != null) {
                candidates.add(ShadowScore.of(shadow, account, values, now));
            }
        }
        rows.write(news, models.generation());
        rows.confirm(confirmed, now, models.generation());
        shadows.write(candidates);
        outbox.publishAll(told);
        moved.forEach(moves::fire);
        return known.size() < customers.size();
    }

    /** Asked only where there are models for segments. */
    private Map<UUID, UUID> segments(Collection<UUID> accounts, ModelsInForce models) {
        var segments = new HashMap<UUID, UUID>();
        if (models.areBySegment()) {
            cares.of(accounts).forEach((account, care) -> {
                if (care.segmentId() != null) {
                    segments.put(account, care.segmentId());
                }
            });
        }
        return segments;
    }

    private static Map<UUID, LocalDate> days(Collection<LockedCustomer> customers) {
        return customers.stream().collect(Collectors.toMap(LockedCustomer::id, LockedCustomer::today));
    }

    private static Outbox.Publication publication(ScoreRow row, NumberedModel model) {
        return new Outbox.Publication(
                SuccessEvents.SCORE_CHANGED,
                row.accountId(),
                row.version(),
                new ScoreChanged(
                        row.accountId(),
                        row.score(),
                        row.coverage(),
                        row.computedAt(),
                        model.number(),
                        Optional.ofNullable(model.model().band(row.score()))
                                .map(ScoreBand::name)
                                .orElse(null)));
    }
}
