package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.lifecycle.Keeping.Wanted;
import dev.rivulet.subscription.lifecycle.Pricing.Pinned;
import dev.rivulet.subscription.offer.Offers;
import dev.rivulet.subscription.offer.Offers.Proposition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes over subscriptions that ran elsewhere. Their timeline is that of their original start, so that trial, phases,
 * periods and recurring revenue are where they always were; its days up to one are settled, so that they are never
 * charged here, and the first charge begins on exactly that day of the same periods.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Importing {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final int MONTHS_AHEAD = 12;
    private static final int MONTHS_CHARGED_AHEAD = 36;
    private static final int MONTHS_TO_CATCH_UP = 12;

    private final Agreeing agreeing;
    private final Keeping keeping;
    private final Offers offers;
    private final Pricing pricing;
    private final Billing billing;
    private final TenantClock clock;

    Importing(Agreeing agreeing, Keeping keeping, Offers offers, Pricing pricing, Billing billing, TenantClock clock) {
        this.agreeing = agreeing;
        this.keeping = keeping;
        this.offers = offers;
        this.pricing = pricing;
        this.billing = billing;
        this.clock = clock;
    }

    /**
     * What a subscription brings with it. Days are the account's.
     *
     * @param planVersion the version it has; the plan's present one when null
     * @param chargedThrough the first day that was not charged yet
     * @param trialEnd the first day after its trial; null when it had none
     * @param endDate the first day not covered any more, where the end is decided
     * @param prices negotiated, by component, each for what the component's own price is for
     */
    public record History(
            @Nullable Integer planVersion,
            LocalDate chargedThrough,
            @Nullable LocalDate trialEnd,
            @Nullable LocalDate endDate,
            Map<String, Money> prices) {}

    /** Takes over a subscription; the next run bills it. Its request names plan, proposition and start. */
    public UUID take(SubscriptionRequest request, History history) {
        var payer = agreeing.payer(request);
        billing.lock(payer.payerId());
        var start = start(request);
        check(start, history, clock.today(payer.zone()));
        var proposition = offers.proposition(request.propositionId())
                .orElseThrow(() ->
                        Rejected.unprocessable("proposition-not-approved", "/propositionId", request.propositionId()));
        var plan = plan(request, history, payer, proposition);
        var timeline = agreeing.timeline(request, plan, start);
        var end = history.endDate();
        if (end != null && (timeline.end() == null || end.isBefore(timeline.end()))) {
            timeline = timeline.endedAt(end);
        }
        var buyer = Agreeing.buyer(request, payer, proposition.segmentId());
        var signed = keeping.keep(List.of(new Wanted(
                        new Agreement(request, payer, buyer, proposition, plan, start, null),
                        timeline.settledBefore(history.chargedThrough()),
                        history.chargedThrough())))
                .getFirst();
        billing.enroll(signed.beginning());
        return signed.subscription().id;
    }

    private Pinned plan(SubscriptionRequest request, History history, Payer payer, Proposition proposition) {
        var buyer = Agreeing.buyer(request, payer, proposition.segmentId());
        var today = clock.today(payer.zone());
        var version = history.planVersion();
        var plan = version == null
                ? pricing.plan(request.planId(), buyer, request.seats(), today)
                : pricing.version(request.planId(), version, buyer, request.seats(), today);
        Agreeing.requireProduct(proposition, plan);
        var trial = history.trialEnd() == null ? 0 : ChronoUnit.DAYS.between(start(request), history.trialEnd());
        var agreed = NegotiatedPrices.of(history.prices()).on(plan);
        return new Pinned(agreed.productId(), agreed.addOnOf(), agreed.terms().withTrial(Math.toIntExact(trial)));
    }

    private static LocalDate start(SubscriptionRequest request) {
        if (request.startDate() == null) {
            throw Rejected.invalid("value-missing", "/startDate");
        }
        return request.startDate();
    }

    private static void check(LocalDate start, History history, LocalDate today) {
        between(start, EARLIEST, today.plusMonths(MONTHS_AHEAD), "/startDate");
        var charged = history.chargedThrough();
        var latest = today.plusMonths(MONTHS_CHARGED_AHEAD);
        var longest = today.minusMonths(MONTHS_TO_CATCH_UP);
        between(
                charged,
                longest.isAfter(start) ? longest : start,
                latest.isAfter(start) ? latest : start,
                "/chargedThrough");
        if (history.trialEnd() != null) {
            between(history.trialEnd(), start.plusDays(1), charged, "/trialEnd");
        }
        if (history.endDate() != null && history.endDate().isBefore(start)) {
            throw Rejected.unprocessable("date-range", "/endDate", start, latest);
        }
    }

    private static void between(LocalDate day, LocalDate earliest, LocalDate latest, String pointer) {
        if (day.isBefore(earliest) || day.isAfter(latest)) {
            throw Rejected.unprocessable("date-range", pointer, earliest, latest);
        }
    }
}
