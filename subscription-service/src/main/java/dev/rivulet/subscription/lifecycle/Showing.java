package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.billing.TermsPassed;
import dev.rivulet.subscription.events.SubscriptionChanged;
import dev.rivulet.subscription.metrics.MrrLedger;
import dev.rivulet.subscription.metrics.MrrLedger.Move;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Shows on a subscription what its timeline says of a day, and tells others. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Showing {

    /** With tax, over all lines of an invoice, and in a currency of a thousand parts it is still an amount. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private final SubscriptionRepository subscriptions;
    private final Revenue revenue;
    private final MrrLedger mrr;
    private final Outbox outbox;

    Showing(SubscriptionRepository subscriptions, Revenue revenue, MrrLedger mrr, Outbox outbox) {
        this.subscriptions = subscriptions;
        this.revenue = revenue;
        this.mrr = mrr;
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

    /** What the term costs for a whole period, without what is metered; refused where no amount can hold it. */
    static Money price(Term term) {
        var exact = term.components().stream()
                .filter(component -> component.metered() == null)
                .map(component -> component.costs(BigDecimal.valueOf(term.quantity())))
                .toList();
        if (exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(LARGEST) > 0) {
            throw Rejected.unprocessable("amount-too-large", "/seats", LARGEST.toPlainString());
        }
        return exact.stream()
                .map(amount -> Money.round(amount, term.currency()))
                .reduce(Money.zero(term.currency()), Money::plus);
    }

    /** A subscription with what holds of it, and the day it is where its account is. */
    record Shown(Subscription subscription, Timeline timeline, LocalDate today) {}

    /** Tells of a subscription as it is now, and books what its revenue has become. */
    void tell(Subscription subscription, Timeline timeline, LocalDate today, UUID cause) {
        mrr.move(List.of(revenue.on(today, subscription, timeline, cause)));
        publish(subscription, timeline, today);
    }

    /** Tells of new subscriptions; one that began in the past books each of its terms on its own day. */
    void begin(List<Shown> begun) {
        mrr.begin(begun.stream().flatMap(this::past).toList());
        publish(begun);
    }

    private Stream<Move> past(Shown begun) {
        var timeline = begun.timeline();
        return Stream.concat(timeline.terms().stream().map(Term::from), Stream.ofNullable(timeline.end()))
                .filter(day -> !day.isAfter(begun.today()))
                .map(day -> onDay(day, begun));
    }

    private Move onDay(LocalDate day, Shown shown) {
        var cause = UUID.nameUUIDFromBytes((shown.subscription().id + " " + day).getBytes(StandardCharsets.UTF_8));
        return revenue.on(day, shown.subscription(), shown.timeline(), cause);
    }

    /** The run has come to a day on which terms begin or end. */
    void onTermsPassed(@Observes TermsPassed passed) {
        var shown = subscriptions.lock(passed.timelines().keySet()).stream()
                .map(found -> new Shown(
                        found, Objects.requireNonNull(passed.timelines().get(found.id)), passed.day()))
                .toList();
        shown.forEach(each -> show(each.subscription(), each.timeline(), passed.day()));
        mrr.move(shown.stream().map(each -> onDay(passed.day(), each)).toList());
        subscriptions.flush();
        publish(shown);
    }

    /** Tells of a subscription as it is now, where its revenue has not changed. */
    void publish(Subscription subscription, Timeline timeline, LocalDate today) {
        publish(List.of(new Shown(subscription, timeline, today)));
    }

    private void publish(List<Shown> all) {
        outbox.publishAll(all.stream()
                .map(each -> new Outbox.Publication(
                        SubscriptionChanged.TYPE,
                        each.subscription().id,
                        each.subscription().version,
                        changed(each.subscription(), each.timeline(), each.today())))
                .toList());
    }

    private static SubscriptionChanged changed(Subscription subscription, Timeline timeline, LocalDate today) {
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
        return subscription.asChanged(new SubscriptionChanged.Anchor(anchor.first(), anchor.day()), history);
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
