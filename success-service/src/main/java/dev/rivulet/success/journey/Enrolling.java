package dev.rivulet.success.journey;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.CustomerLocks;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.journey.domain.Move.Outcome;
import dev.rivulet.success.journey.domain.Step.Happening;
import dev.rivulet.success.touch.Touches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends customers on journeys and takes them off. Locks the customer first, then the enrolment, then the managers'
 * hours.
 */
@ApplicationScoped
@Transactional
class Enrolling {

    private final EnrolmentRepository enrolments;
    private final Journeys journeys;
    private final Customers customers;
    private final CustomerLocks locks;
    private final Signatures signatures;
    private final Touches touches;
    private final ClockedTenants clocked;
    private final ClockGate gate;
    private final TenantClock clock;

    Enrolling(
            EnrolmentRepository enrolments,
            Journeys journeys,
            Customers customers,
            CustomerLocks locks,
            Signatures signatures,
            Touches touches,
            ClockedTenants clocked,
            ClockGate gate,
            TenantClock clock) {
        this.enrolments = enrolments;
        this.journeys = journeys;
        this.customers = customers;
        this.locks = locks;
        this.signatures = signatures;
        this.touches = touches;
        this.clocked = clocked;
        this.gate = gate;
        this.clock = clock;
    }

    /** By hand. */
    Enrolment enrol(UUID account, EnrolmentRequest request) {
        lock(account);
        var journey = journeys.published(request.journeyKey())
                .orElseThrow(() -> Rejected.unprocessable("journey-unknown", "/journeyKey", request.journeyKey()));
        var start = request.startAt();
        var index = start == null
                ? 0
                : journey.definition
                        .course()
                        .index(start)
                        .orElseThrow(() -> Rejected.unprocessable("step-unknown", "/startAt", start));
        if (enrolments.running(account).isPresent()) {
            throw Rejected.conflict("journey-running");
        }
        return begin(journey, account, null, index, "enrolled");
    }

    /** What was heard of deals in one transaction, in its order; customers are locked all at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hear(List<DealNews> news) {
        gate.hold();
        var accounts = news.stream()
                .map(DealNews::account)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (!accounts.isEmpty()) {
            locks.claim(accounts);
        }
        for (var each : news) {
            switch (each) {
                case DealNews.Contracting contracting -> contracting(contracting.deal(), contracting.account());
                case DealNews.Won won -> won(won.deal(), won.account());
                case DealNews.Lost lost -> lost(lost.deal());
            }
        }
    }

    /** Heard again, or of a customer already on a journey, it changes nothing. */
    private void contracting(UUID deal, @Nullable UUID account) {
        if ((account != null && enrolments.running(account).isPresent())
                || enrolments.lockOfDeal(deal).isPresent()) {
            return;
        }
        journeys.published().stream()
                .filter(journey -> journey.definition.atContracting())
                .findFirst()
                .ifPresent(journey -> begin(journey, account, deal, 0, "contracting"));
    }

    /** The prospect is a customer now. One that is on another journey already goes on with that. */
    private void won(UUID deal, UUID account) {
        var enrolment = enrolments.lockOfDeal(deal).orElse(null);
        if (enrolment == null) {
            return;
        }
        enrolment.signed = true;
        if (enrolment.accountId == null) {
            become(enrolment, deal, account);
        }
        if (enrolment.waitsFor == Happening.SUBSCRIBED) {
            goOn(enrolment);
        }
        enrolments.flush();
    }

    private void become(Enrolment enrolment, UUID deal, UUID account) {
        if (enrolment.status != EnrolmentStatus.ENDED
                && enrolments.running(account).isPresent()) {
            enrolment.end(Outcome.STOPPED, clock.now());
            enrolments.flush();
        }
        enrolment.accountId = account;
        enrolments.flush();
        touches.become(deal, account);
    }

    /** The customer is looked after again as it was before; what it buys already is no concern of this deal. */
    private void lost(UUID deal) {
        var enrolment = enrolments.lockOfDeal(deal).orElse(null);
        if (enrolment == null || enrolment.status == EnrolmentStatus.ENDED) {
            return;
        }
        enrolment.end(Outcome.LOST, clock.now());
        enrolments.flush();
        if (enrolment.accountId == null) {
            touches.forget(deal);
        } else if (enrolment.touchBefore != null) {
            var given = journeys.get(enrolment.journeyId).definition.touch();
            touches.lower(enrolment.accountId, given, enrolment.touchBefore, "deal-lost");
        }
    }

    /** A subscription of the customer has begun or changed: journeys that wait for it go on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void subscribed(UUID account) {
        for (var enrolment : enrolments.waiting(account, Happening.SUBSCRIBED)) {
            if (signatures.isGiven(enrolment)) {
                goOn(enrolment);
            }
        }
        enrolments.flush();
    }

    private void goOn(Enrolment enrolment) {
        enrolment.waitsFor = null;
        enrolment.dueAt = clock.now();
    }

    /** One who graduated needs a manager again. The customer is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    void relapse(Journey journey, UUID account) {
        var relapse = journey.definition.relapse();
        if (relapse != null) {
            var start = journey.definition.course().index(relapse.startAt()).orElseThrow();
            begin(journey, account, null, start, "relapsed");
        }
    }

    private Enrolment begin(Journey journey, @Nullable UUID account, @Nullable UUID deal, int step, String reason) {
        if (account != null) {
            enrolments.fallSilent(account);
        }
        var enrolment = new Enrolment();
        enrolment.journeyId = journey.id;
        enrolment.accountId = account;
        enrolment.dealId = deal;
        enrolment.status = EnrolmentStatus.ACTIVE;
        enrolment.step = step;
        enrolment.startedAt = clock.now();
        enrolment.dueAt = enrolment.startedAt;
        enrolment.touchBefore = touches.raise(enrolment.subject(), account == null, journey.definition.touch(), reason)
                .orElse(null);
        enrolments.persistAndFlush(enrolment);
        clocked.remember();
        return enrolment;
    }

    Enrolment pause(UUID account) {
        var enrolment = running(account);
        if (enrolment.status == EnrolmentStatus.PAUSED) {
            throw Rejected.conflict("journey-paused");
        }
        enrolment.status = EnrolmentStatus.PAUSED;
        enrolments.flush();
        return enrolment;
    }

    /** What fell due meanwhile is done at once, in its order. */
    Enrolment resume(UUID account) {
        var enrolment = running(account);
        if (enrolment.status != EnrolmentStatus.PAUSED) {
            throw Rejected.conflict("journey-not-paused");
        }
        enrolment.status = EnrolmentStatus.ACTIVE;
        enrolments.flush();
        return enrolment;
    }

    /** How the customer is looked after stays as it is. Who has graduated already hears nothing more in tech touch. */
    Enrolment stop(UUID account) {
        lock(account);
        if (enrolments.fallSilent(account) > 0) {
            return enrolments.latest(account).orElseThrow();
        }
        var enrolment = running(account);
        enrolment.end(Outcome.STOPPED, clock.now());
        enrolments.flush();
        return enrolment;
    }

    Optional<Enrolment> latest(UUID account) {
        customers.get(account);
        return enrolments.latest(account);
    }

    private Enrolment running(UUID account) {
        lock(account);
        return enrolments.lockRunning(account).orElseThrow(() -> Rejected.conflict("journey-not-running"));
    }

    private void lock(UUID account) {
        if (customers.lock(List.of(account)).isEmpty()) {
            throw Rejected.notFound("customer", account);
        }
    }
}
