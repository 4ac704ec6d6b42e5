package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.Charging.Charged;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.billing.domain.Outcome;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings payers up to date: charges what has fallen due, makes invoices of it and says when to look again. One or
 * hundreds, by the timer, by a decision or for a forecast: always this way, always by who holds the payers' locks.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PayerBilling {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

    private final BillingCursors cursors;
    private final Charging charging;
    private final LateUsage late;
    private final Drafts drafts;
    private final Assembling assembling;
    private final InvoiceWriter writer;
    private final PayerLocks locks;
    private final Incidents incidents;
    private final Event<TermsPassed> events;
    private final TenantClock clock;

    PayerBilling(
            BillingCursors cursors,
            Charging charging,
            LateUsage late,
            Drafts drafts,
            Assembling assembling,
            InvoiceWriter writer,
            PayerLocks locks,
            Incidents incidents,
            Event<TermsPassed> events,
            TenantClock clock) {
        this.cursors = cursors;
        this.charging = charging;
        this.late = late;
        this.drafts = drafts;
        this.assembling = assembling;
        this.writer = writer;
        this.locks = locks;
        this.incidents = incidents;
        this.events = events;
        this.clock = clock;
    }

    InvoiceRun.Result bill(List<UUID> payers) {
        return bill(payers, clock.now(), List.of());
    }

    /**
     * Bills payers as of an instant.
     *
     * @param extra charges that came about otherwise and are not in the ledger yet
     */
    InvoiceRun.Result bill(List<UUID> payers, Instant now, List<NewCharge> extra) {
        return bill(payers, now, extra, List.of(), assembling::assemble);
    }

    /** The same for one payer whatever its billing day. */
    void billNow(UUID payer, List<NewCharge> extra) {
        bill(List.of(payer), clock.now(), extra, List.of(), assembling::assembleDue);
    }

    /** A new subscription that nothing bills yet. */
    record Begun(Cursor cursor, Kept kept) {}

    /** The same for the payers of new subscriptions, whose first days their signing tells of. */
    void begin(List<Begun> begun) {
        var payers =
                begun.stream().map(each -> each.cursor().payerId()).distinct().toList();
        bill(payers, clock.now(), List.of(), begun, assembling::assemble);
    }

    private interface Assembler {
        List<PayerOutcome> assemble(List<UUID> payers, Instant now, List<NewCharge> fresh);
    }

    private InvoiceRun.Result bill(
            List<UUID> payers, Instant now, List<NewCharge> extra, List<Begun> begun, Assembler assembler) {
        drafts.finalizeDue(payers, now);
        var read = begun.stream().collect(Collectors.toMap(each -> each.cursor().subscriptionId(), Begun::kept));
        var known = Stream.concat(
                        cursors.ofPayers(payers).stream(),
                        begun.stream().map(Begun::cursor).filter(cursor -> cursor.nextDueOn() != null))
                .toList();
        var due = known.stream().filter(cursor -> isDue(cursor, now)).toList();
        var result = charging.charge(due, now, read);
        var ran = result.charged().stream()
                .filter(charged -> !read.containsKey(charged.next().subscriptionId()))
                .toList();
        add(begun, result);
        result.failed().forEach(this::putOff);
        var all = new ArrayList<>(extra);
        result.charged().forEach(charged -> all.addAll(charged.charges()));
        all.addAll(late.takenOver(begun, now));
        var ours = Set.copyOf(payers);
        var fresh = new ArrayList<>(
                all.stream().filter(charge -> ours.contains(charge.payerId())).toList());
        var outcomes = assembler.assemble(payers, now, fresh);
        var joining = late.claim(invoiced(payers, outcomes, known), now);
        if (!joining.isEmpty()) {
            fresh.addAll(joining);
            outcomes = assembler.assemble(payers, now, fresh);
        }
        cursors.moveTo(ran.stream().map(Charged::next).toList());
        schedule(payers, outcomes, known, result);
        if (!known.isEmpty()) {
            incidents.resolve(payers, waiting(known, result));
        }
        // Last, since numbers are: everybody else of the seller waits behind them until the transaction ends.
        var written = writer.write(fresh, outcomes);
        pass(ran);
        var own = new InvoiceRun.Result(
                payers.size(), written.invoices(), result.failed().size());
        all.removeIf(charge -> ours.contains(charge.payerId()));
        return all.isEmpty() ? own : own.plus(giveBackToOthers(all, now, assembler));
    }

    /** Who was charged before somebody else began to pay gets back what is given back of that. */
    private InvoiceRun.Result giveBackToOthers(List<NewCharge> credits, Instant now, Assembler assembler) {
        var others = credits.stream().map(NewCharge::payerId).distinct().toList();
        locks.lock(others, now);
        return bill(others, now, credits, List.of(), assembler);
    }

    private void putOff(Charging.Failed failed) {
        var cursor = failed.cursor();
        incidents.note(cursor.payerId(), cursor.subscriptionId(), failed.code(), failed.diagnosis());
        cursors.putOff(cursor.subscriptionId());
    }

    /** New ones are written once, where they stand by now. */
    private void add(List<Begun> begun, Charging.Result result) {
        var moved = moved(result);
        cursors.add(begun.stream()
                .map(Begun::cursor)
                .map(cursor -> moved.getOrDefault(cursor.subscriptionId(), cursor))
                .toList());
    }

    private static Map<UUID, Cursor> moved(Charging.Result result) {
        return result.charged().stream()
                .map(Charged::next)
                .collect(Collectors.toMap(Cursor::subscriptionId, cursor -> cursor));
    }

    /** Those that get an invoice now, which late usage joins; and those that would never get another one. */
    private static List<UUID> invoiced(List<UUID> payers, List<PayerOutcome> outcomes, List<Cursor> known) {
        var wanted = new HashSet<>(payers);
        known.forEach(cursor -> wanted.remove(cursor.payerId()));
        for (var outcome : outcomes) {
            if (outcome.outcome() instanceof Outcome.Issue) {
                wanted.add(outcome.terms().payerId());
            }
        }
        return List.copyOf(wanted);
    }

    private static boolean isDue(Cursor cursor, Instant now) {
        return !cursor.waits() && hasFallenDue(cursor, now);
    }

    /** Whether it waits or not. */
    static boolean hasFallenDue(Cursor cursor, Instant now) {
        return cursor.nextDueOn() != null
                && !beginning(cursor.nextDueOn(), cursor.zone(), now).isAfter(now);
    }

    private record Passing(LocalDate day, boolean ends, Charged charged) {

        boolean isWith(Passing other) {
            return day.equals(other.day) && ends == other.ends;
        }
    }

    /** Day by day, and on each day what begins before what ends: who changes subscriptions is not lost in between. */
    private void pass(List<Charged> all) {
        var passings = new ArrayList<Passing>();
        for (var charged : all) {
            var end = charged.kept().timeline().end();
            charged.passed().forEach(day -> passings.add(new Passing(day, day.equals(end), charged)));
        }
        passings.sort(Comparator.comparing(Passing::day).thenComparing(Passing::ends));
        for (var i = 0; i < passings.size(); ) {
            var first = passings.get(i);
            var together = new HashMap<UUID, Timeline>();
            for (; i < passings.size() && passings.get(i).isWith(first); i++) {
                var charged = passings.get(i).charged();
                together.put(charged.next().subscriptionId(), charged.kept().timeline());
            }
            events.fire(new TermsPassed(first.day(), together));
        }
    }

    /** Each payer is looked at again when the first of its subscriptions, charges or drafts needs it. */
    private void schedule(List<UUID> payers, List<PayerOutcome> outcomes, List<Cursor> known, Charging.Result result) {
        var now = clock.now();
        var moved = moved(result);
        var next = new HashMap<UUID, Instant>();
        for (var cursor : known) {
            var at = moved.getOrDefault(cursor.subscriptionId(), cursor);
            if (cursor.retryAt() != null && cursor.waits()) {
                earliest(next, cursor.payerId(), cursor.retryAt());
            } else if (result.hasFailed(cursor.subscriptionId())) {
                earliest(next, cursor.payerId(), now.plus(FIRST_RETRY));
            } else if (at.nextDueOn() != null) {
                earliest(next, cursor.payerId(), beginning(at.nextDueOn(), at.zone(), now));
            }
        }
        for (var outcome : outcomes) {
            if (outcome.lookAgainOn() != null) {
                var day = outcome.lookAgainOn().atStartOfDay(outcome.terms().zone());
                earliest(next, outcome.terms().payerId(), day.toInstant());
            }
        }
        locks.moveTo(payers, next);
    }

    private static void earliest(Map<UUID, Instant> next, UUID payer, Instant at) {
        next.merge(payer, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** When a day begins; at once where the zone is not known, so that it fails and somebody hears of it. */
    private static Instant beginning(LocalDate day, String zone, Instant unknown) {
        try {
            return day.atStartOfDay(ZoneId.of(zone)).toInstant();
        } catch (DateTimeException e) {
            return unknown;
        }
    }

    private static List<UUID> waiting(List<Cursor> known, Charging.Result result) {
        return Stream.concat(
                        known.stream().filter(Cursor::waits),
                        result.failed().stream().map(Charging.Failed::cursor))
                .map(Cursor::subscriptionId)
                .toList();
    }
}
