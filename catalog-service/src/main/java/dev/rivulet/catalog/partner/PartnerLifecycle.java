package dev.rivulet.catalog.partner;

import static dev.rivulet.catalog.partner.domain.PartnerStatus.ACTIVE;
import static dev.rivulet.catalog.partner.domain.PartnerStatus.CONTRACTED;
import static dev.rivulet.catalog.partner.domain.PartnerStatus.ENDED;
import static dev.rivulet.catalog.partner.domain.PartnerStatus.SUSPENDED;
import static dev.rivulet.catalog.partner.domain.PartnerStatus.TRAINING;

import dev.rivulet.catalog.events.PartnerMoved;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.catalog.partner.domain.PartnerStatus;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.EventType;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes partners through the cycle, and records who did. */
@ApplicationScoped
@Transactional
class PartnerLifecycle {

    private final Partners partners;
    private final StandingBoard standings;
    private final PartnerMoveRepository moves;
    private final SecurityIdentity identity;
    private final PastDays pastDays;
    private final TenantClock clock;
    private final Outbox outbox;

    PartnerLifecycle(
            Partners partners,
            StandingBoard standings,
            PartnerMoveRepository moves,
            SecurityIdentity identity,
            PastDays pastDays,
            TenantClock clock,
            Outbox outbox) {
        this.partners = partners;
        this.standings = standings;
        this.moves = moves;
        this.identity = identity;
        this.pastDays = pastDays;
        this.clock = clock;
        this.outbox = outbox;
    }

    List<PartnerMove> moves(UUID id, UUID after, int count) {
        return moves.after(partners.get(id).id, after, count);
    }

    Partner contract(UUID id, @Nullable String ifMatch, Contract contract) {
        var partner = about(id, ifMatch, CONTRACTED);
        pastDays.begun(contract.signedOn(), "/signedOn");
        partner.contract = contract;
        return move(partner, CONTRACTED, null, null);
    }

    Partner train(UUID id, @Nullable String ifMatch) {
        return move(about(id, ifMatch, TRAINING), TRAINING, null, null);
    }

    Partner activate(UUID id, @Nullable String ifMatch) {
        var partner = about(id, ifMatch, ACTIVE);
        if (!standings.of(partner).isTrained()) {
            throw Rejected.conflict("partner-not-certified", partner.name);
        }
        return move(partner, ACTIVE, null, PartnerMoved.ACTIVATED);
    }

    Partner suspend(UUID id, @Nullable String ifMatch, Reason reason) {
        return move(about(id, ifMatch, SUSPENDED), SUSPENDED, reason.reason(), PartnerMoved.SUSPENDED);
    }

    Partner end(UUID id, @Nullable String ifMatch, Reason reason) {
        return move(about(id, ifMatch, ENDED), ENDED, reason.reason(), PartnerMoved.ENDED);
    }

    private Partner about(UUID id, @Nullable String ifMatch, PartnerStatus next) {
        var partner = partners.get(id);
        Etag.require(ifMatch, partner.version);
        if (!partner.status.mayBecome(next)) {
            throw Rejected.conflict("partner-status", partner.status, next);
        }
        partners.fit(partner, next);
        return partner;
    }

    private Partner move(Partner partner, PartnerStatus next, @Nullable String reason, @Nullable EventType fact) {
        var move = new PartnerMove();
        move.partnerId = partner.id;
        move.from = partner.status;
        move.to = next;
        move.reason = reason;
        move.movedBy = identity.getPrincipal().getName();
        move.movedAt = clock.now();
        moves.persist(move);
        partner.status = next;
        partner.statusSince = move.movedAt;
        partners.announced(partner);
        if (fact != null) {
            outbox.publish(
                    fact,
                    partner.id,
                    partner.version,
                    new PartnerMoved(partner.id, partner.name, partner.role, move.from.name(), reason, move.movedAt));
        }
        return partner;
    }
}
