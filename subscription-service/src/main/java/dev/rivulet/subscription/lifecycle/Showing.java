package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.subscription.billing.TermsPassed;
import dev.rivulet.subscription.events.SubscriptionChanged;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Shows on a subscription what its timeline says of a day, and tells others. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Showing {

    private final SubscriptionRepository subscriptions;
    private final Revenue revenue;
    private final Outbox outbox;

    Showing(SubscriptionRepository subscriptions, Revenue revenue, Outbox outbox) {
        this.subscriptions = subscriptions;
        this.revenue = revenue;
        this.outbox = outbox;
    }

    void show(Subscription subscription, Timeline timeline, LocalDate today) {
        var ended = isOver(timeline, today);
        var term = shown(timeline, today);
        subscription.productId = productOf(term, subscription);
        subscription.planId = term.plan().id();
        subscription.planName = term.plan().name();
        subscription.planVersion = term.plan().version();
        subscription.period = term.anchor().period();
        subscription.seats = Math.toIntExact(term.quantity());
        subscription.price = price(term);
        subscription.status = ended ? SubscriptionStatus.CANCELLED : SubscriptionStatus.ACTIVE;
        subscription.phase = phase(timeline, term, today, ended);
    }

    /** The term that holds; before the first that one, and after the end the last. */
    private static Term shown(Timeline timeline, LocalDate today) {
        var term = isOver(timeline, today) ? timeline.terms().getLast() : timeline.termAt(today);
        return term == null ? timeline.terms().getFirst() : term;
    }

    private static boolean isOver(Timeline timeline, LocalDate today) {
        return timeline.end() != null && !today.isBefore(timeline.end());
    }

    /** What the term costs for a whole period, without what is metered. */
    static Money price(Term term) {
        var quantity = BigDecimal.valueOf(term.quantity());
        return term.components().stream()
                .filter(component -> component.metered() == null)
                .map(component -> component.rate(quantity, 0).stream()
                        .map(step -> step.amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .multiply(component.factor()))
                .map(exact -> Money.round(exact, term.currency()))
                .reduce(Money.zero(term.currency()), Money::plus);
    }

    /** Tells of a subscription as it is now, and books what its revenue has become. */
    void tell(Subscription subscription, Timeline timeline, LocalDate today, UUID cause) {
        revenue.follow(subscription, timeline, today, cause);
        publish(subscription, timeline, today);
    }

    /** Tells of a new subscription; one that began in the past books each of its terms on its own day. */
    void begin(Subscription subscription, Timeline timeline, LocalDate today) {
        timeline.terms().stream()
                .map(Term::from)
                .filter(day -> !day.isAfter(today))
                .forEach(day -> revenue.follow(subscription, timeline, day, cause(subscription.id, day)));
        if (timeline.end() != null && !timeline.end().isAfter(today)) {
            revenue.follow(subscription, timeline, timeline.end(), cause(subscription.id, timeline.end()));
        }
        publish(subscription, timeline, today);
    }

    private static UUID cause(UUID subscription, LocalDate day) {
        return UUID.nameUUIDFromBytes((subscription + " " + day).getBytes(StandardCharsets.UTF_8));
    }

    /** The run has come to a day on which terms begin or end. */
    void onTermsPassed(@Observes TermsPassed passed) {
        var subscription = subscriptions.lock(passed.subscriptionId());
        show(subscription, passed.timeline(), passed.day());
        revenue.follow(subscription, passed.timeline(), passed.day(), cause(subscription.id, passed.day()));
        subscriptions.flush();
        publish(subscription, passed.timeline(), passed.day());
    }

    /** Tells of a subscription as it is now, where its revenue has not changed. */
    void publish(Subscription subscription, Timeline timeline, LocalDate today) {
        var history = timeline.terms().stream()
                .filter(term -> !term.from().isAfter(today) || term.from().equals(timeline.start()))
                .map(term -> new SubscriptionChanged.Term(
                        term.from(),
                        term.plan().id(),
                        term.plan().name(),
                        term.plan().version(),
                        Math.toIntExact(term.quantity()),
                        // Who charges the days, and what was given back of them, is nobody else's concern.
                        term.mode().earns() ? Mode.RUNNING.name() : term.mode().name()))
                .toList();
        var anchor = shown(timeline, today).anchor();
        outbox.publish(
                SubscriptionChanged.TYPE,
                subscription.id,
                subscription.version,
                subscription.asChanged(new SubscriptionChanged.Anchor(anchor.first(), anchor.day()), history));
    }

    private static UUID productOf(Term term, Subscription subscription) {
        var product = term.plan().productId();
        return product == null ? subscription.productId : product;
    }

    private static Phase phase(Timeline timeline, Term term, LocalDate today, boolean ended) {
        if (ended) {
            return Phase.ENDED;
        }
        if (today.isBefore(timeline.start())) {
            return Phase.SCHEDULED;
        }
        return term.mode() == Mode.TRIAL ? Phase.TRIAL : term.mode() == Mode.PAUSED ? Phase.PAUSED : Phase.RUNNING;
    }
}
