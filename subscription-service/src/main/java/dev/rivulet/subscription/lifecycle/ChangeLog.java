package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Who decided what about a subscription, and what it looked like before. */
@Singleton
class ChangeLog {

    private static final String COLUMNS = "SELECT id, kind, effective_on, decided_at, decided_by, summary, undone_at"
            + " FROM subscription_change WHERE tenant_id = ? AND subscription_id = ?";

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;
    private final TermBook terms;
    private final CurrentIdentityAssociation identity;

    ChangeLog(Sql sql, Tenants tenants, TenantClock clock, TermBook terms, CurrentIdentityAssociation identity) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
        this.terms = terms;
        this.identity = identity;
    }

    static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    UUID add(UUID decision, UUID subscription, Kind kind, LocalDate effectiveOn, Timeline before, String summary) {
        var id = newId();
        sql.update(
                "INSERT INTO subscription_change (tenant_id, id, decision_id, subscription_id, kind, effective_on,"
                        + " decided_at, decided_by, before, summary)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?)",
                tenants.current(),
                id,
                decision,
                subscription,
                kind.name(),
                effectiveOn,
                clock.now().toString(),
                decider(),
                terms.write(before),
                summary);
        return id;
    }

    List<SubscriptionChange> list(UUID subscription, UUID after, int limit) {
        return sql.query(
                COLUMNS + " AND id > ? ORDER BY id LIMIT ?",
                SubscriptionChange::read,
                tenants.current(),
                subscription,
                after,
                limit);
    }

    Optional<SubscriptionChange> find(UUID subscription, UUID id) {
        return sql
                .query(COLUMNS + " AND id = ?", SubscriptionChange::read, tenants.current(), subscription, id)
                .stream()
                .findFirst();
    }

    /** What the decision behind a change did to another subscription. */
    Optional<SubscriptionChange> together(UUID change, UUID other) {
        return sql
                .query(
                        COLUMNS + " AND undone_at IS NULL AND decision_id ="
                                + " (SELECT c.decision_id FROM subscription_change c WHERE c.tenant_id = ? AND c.id = ?)",
                        SubscriptionChange::read,
                        tenants.current(),
                        other,
                        tenants.current(),
                        change)
                .stream()
                .findFirst();
    }

    /** The latest that is neither undone nor an undoing. */
    Optional<SubscriptionChange> latest(UUID subscription) {
        return sql
                .query(
                        COLUMNS + " AND undone_at IS NULL AND kind <> 'UNDO' ORDER BY id DESC LIMIT 1",
                        SubscriptionChange::read,
                        tenants.current(),
                        subscription)
                .stream()
                .findFirst();
    }

    /** Whether it was decided that the subscription ends, and not since that it goes on. */
    boolean isCancelled(UUID subscription) {
        return sql
                .query(
                        COLUMNS + " AND undone_at IS NULL AND kind IN ('CANCELLATION', 'REACTIVATION')"
                                + " ORDER BY id DESC LIMIT 1",
                        SubscriptionChange::read,
                        tenants.current(),
                        subscription)
                .stream()
                .anyMatch(latest -> latest.kind() == Kind.CANCELLATION);
    }

    /** Whether it was decided, and not undone, that periods begin elsewhere than agreed at first. */
    boolean isMoved(UUID subscription) {
        return hasKind(subscription, Kind.BILLING_ANCHOR);
    }

    /** Whether it was decided, and not undone, that the trial lasts longer than the plan says. */
    boolean isTrialExtended(UUID subscription) {
        return hasKind(subscription, Kind.TRIAL_EXTENSION);
    }

    private boolean hasKind(UUID subscription, Kind kind) {
        return !sql.query(
                        COLUMNS + " AND undone_at IS NULL AND kind = ? LIMIT 1",
                        SubscriptionChange::read,
                        tenants.current(),
                        subscription,
                        kind.name())
                .isEmpty();
    }

    Timeline before(UUID change) {
        return terms.read(
                sql.query(
                                "SELECT before FROM subscription_change WHERE tenant_id = ? AND id = ?",
                                row -> row.getString(1),
                                tenants.current(),
                                change)
                        .getFirst(),
                Timeline.class);
    }

    void undone(UUID change) {
        sql.update(
                "UPDATE subscription_change SET undone_at = ?::timestamptz WHERE tenant_id = ? AND id = ?",
                clock.now().toString(),
                tenants.current(),
                change);
    }

    private String decider() {
        var who = identity.getIdentity();
        return who.isAnonymous() ? "rivulet" : who.getPrincipal().getName();
    }
}
