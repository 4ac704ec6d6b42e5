package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.ChargedUsage.Row;
import dev.rivulet.subscription.billing.PayerBilling.Begun;
import dev.rivulet.subscription.billing.SpanPricing.Readings;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.rating.domain.Charge;
import dev.rivulet.subscription.rating.domain.Metered;
import dev.rivulet.subscription.rating.domain.Rating;
import dev.rivulet.subscription.rating.domain.Reason;
import dev.rivulet.subscription.rating.domain.Span;
import dev.rivulet.subscription.terms.TermBook;
import dev.rivulet.subscription.terms.TermBook.Kept;
import dev.rivulet.subscription.usage.Correction;
import dev.rivulet.subscription.usage.UsageBilling;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Rates again what was charged before all of its usage was known: whole spans, so that tiers and minimums are those of
 * all usage, and charges the difference, once. What was never charged, or was given back since, is not charged by this.
 */
@Singleton
class LateUsage {

    private static final Logger LOG = Logger.getLogger(LateUsage.class);
    private static final String INCIDENT = "late-usage-failed";

    private final UsageBilling usage;
    private final BillingCursors cursors;
    private final TermBook book;
    private final SpanPricing pricing;
    private final ChargedUsage charged;
    private final CheaperUsage cheaper;
    private final ChargeText text;
    private final Incidents incidents;

    LateUsage(
            UsageBilling usage,
            BillingCursors cursors,
            TermBook book,
            SpanPricing pricing,
            ChargedUsage charged,
            CheaperUsage cheaper,
            ChargeText text,
            Incidents incidents) {
        this.usage = usage;
        this.cursors = cursors;
        this.book = book;
        this.pricing = pricing;
        this.charged = charged;
        this.cheaper = cheaper;
        this.text = text;
        this.incidents = incidents;
    }

    /** Charges and credits for late usage of what the payers pay for; claimed by whoever commits them. */
    List<NewCharge> claim(Collection<UUID> payers, Instant now) {
        if (payers.isEmpty() || !usage.hasCorrections()) {
            return List.of();
        }
        var accounts = usage.accountsToCorrect(cursors.accountsOf(payers));
        if (accounts.isEmpty()) {
            return List.of();
        }
        var corrections = usage.corrections(accounts);
        var charges = new ArrayList<NewCharge>();
        var failed = new HashSet<UUID>();
        adjust(corrections, cursors.ofAccounts(accounts), now, charges, failed);
        var done =
                accounts.stream().filter(account -> !failed.contains(account)).toList();
        if (!done.isEmpty()) {
            usage.claimCorrections(done);
        }
        charges.removeIf(charge -> failed.contains(charge.accountId()));
        return charges;
    }

    /**
     * What new subscriptions take over: usage of their first day that was charged to who stopped on it is given back there,
     * since it is theirs to pay.
     */
    List<NewCharge> takenOver(List<Begun> begun, Instant now) {
        var corrections = new ArrayList<Correction>();
        for (var each : begun) {
            var cursor = each.cursor();
            var day = each.kept().timeline().start();
            Rating.usageOn(each.kept().timeline(), day).stream()
                    .flatMap(span -> Stream.ofNullable(span.component().metered()))
                    .map(Metered::metric)
                    .distinct()
                    .forEach(metric -> corrections.add(new Correction(
                            cursor.accountId(), metric, day, BigDecimal.ZERO, 0, cursor.subscriptionId())));
        }
        var charges = new ArrayList<NewCharge>();
        if (!corrections.isEmpty()) {
            var accounts =
                    corrections.stream().map(Correction::accountId).distinct().toList();
            adjust(corrections, cursors.ofAccounts(accounts), now, charges, new HashSet<>());
        }
        return charges;
    }

    private void adjust(
            List<Correction> corrections,
            List<Cursor> concerned,
            Instant now,
            List<NewCharge> charges,
            Collection<UUID> failed) {
        var first = corrections.stream()
                .map(Correction::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var ids = concerned.stream().map(Cursor::subscriptionId).toList();
        var timelines = book.of(ids);
        var rows = charged.of(ids, first);
        for (var cursor : concerned) {
            var late = corrections.stream()
                    .filter(each -> each.accountId().equals(cursor.accountId()))
                    .toList();
            try {
                var kept = timelines.get(cursor.subscriptionId());
                if (kept != null && cursor.billedThrough() != null) {
                    charges.addAll(new Subscription(cursor, kept, late, rows, now).adjusted(cursor.billedThrough()));
                }
                incidents.settle(cursor.subscriptionId(), INCIDENT);
            } catch (RuntimeException e) {
                LOG.errorf(e, "late usage of subscription %s could not be rated", cursor.subscriptionId());
                incidents.note(cursor.payerId(), cursor.subscriptionId(), INCIDENT, String.valueOf(e));
                failed.add(cursor.accountId());
            }
        }
    }

    /** One subscription whose usage is rated again. */
    private final class Subscription {

        private final Cursor cursor;
        private final Kept kept;
        private final List<Correction> late;
        private final List<Row> rows;
        private final LocalDate today;
        private final List<NewCharge> charges = new ArrayList<>();

        Subscription(Cursor cursor, Kept kept, List<Correction> late, List<Row> rows, Instant now) {
            this.cursor = cursor;
            this.kept = kept;
            this.late = late;
            this.rows = rows.stream()
                    .filter(row -> row.subscriptionId().equals(cursor.subscriptionId()))
                    .toList();
            this.today = LocalDate.ofInstant(now, ZoneId.of(cursor.zone()));
        }

        List<NewCharge> adjusted(LocalDate through) {
            var first = late.stream().map(Correction::day).min(Comparator.naturalOrder());
            if (first.isEmpty()) {
                return List.of();
            }
            var due = Rating.spansSince(kept.timeline(), first.get(), through);
            var spans = due.stream()
                    .filter(span -> span.reason() == Reason.USAGE)
                    .filter(span -> !in(span).isEmpty() && wasCharged(span))
                    .toList();
            if (spans.isEmpty()) {
                return List.of();
            }
            var commitments = due.stream()
                    .filter(span -> span.reason() == Reason.COMMITMENT_TRUE_UP)
                    .filter(span -> spans.stream().anyMatch(part -> span.used().contains(part.used())))
                    .toList();
            var asked = new ArrayList<>(spans);
            asked.addAll(commitments);
            var readings = pricing.readings(
                    List.of(cursor), Map.of(cursor.subscriptionId(), asked), Map.of(cursor.subscriptionId(), kept));
            spans.forEach(span -> usage(span, readings));
            commitments.forEach(span -> commitment(span, readings));
            return charges;
        }

        private void usage(Span span, Readings readings) {
            add(span, Rating.adjustment(span, readings.of(span, cursor), sum(span)), in(span));
        }

        private void commitment(Span span, Readings readings) {
            var counted = SpanPricing.committed(span, kept, cursor, readings);
            add(span, Rating.commitmentAdjustment(span, counted, sum(span)), late);
        }

        private void add(Span span, Optional<Charge> change, List<Correction> because) {
            var cause = because.stream().map(Correction::latest).max(Comparator.naturalOrder());
            change.stream()
                    .flatMap(charge -> cheaper.parts(cursor.subscriptionId(), charge).stream())
                    .filter(part -> !part.charge().amount().isZero())
                    .forEach(part -> charges.add(
                            text.late(cursor, part, cause.orElseThrow(), quantityBefore(span), because, today)));
        }

        /** The late usage that counts in a span. */
        private List<Correction> in(Span span) {
            var metered = span.component().metered();
            return late.stream()
                    .filter(each -> metered != null && metered.metric().equals(each.metric()))
                    .filter(each -> span.usageDays().contains(each.day()))
                    .toList();
        }

        /** Nothing used by then on the day of a stop leaves no charge, and is charged with nothing nonetheless. */
        private boolean wasCharged(Span span) {
            var charged = rows.stream()
                    .filter(row -> row.reason() == Reason.USAGE
                            && row.component().equals(span.component().key())
                            && row.used().equals(span.used()))
                    .toList();
            return charged.isEmpty()
                    ? span.isOfUsageOnly() && !kept.timeline().hasNoDay()
                    : charged.stream().anyMatch(row -> !row.isVoid());
        }

        private Money sum(Span span) {
            return ofSpan(span).map(Row::amount).reduce(Money.zero(span.term().currency()), Money::plus);
        }

        private BigDecimal quantityBefore(Span span) {
            return ofSpan(span)
                    .filter(row -> row.reason() == Reason.USAGE || row.reason() == Reason.USAGE_ADJUSTMENT)
                    .map(Row::quantity)
                    .reduce((earlier, later) -> later)
                    .orElse(BigDecimal.ZERO);
        }

        /** Oldest first. */
        private Stream<Row> ofSpan(Span span) {
            return rows.stream()
                    .filter(row -> !row.isVoid() || row.reason() != Reason.USAGE)
                    .filter(row -> row.component().equals(span.component().key()))
                    .filter(row -> row.used().start().equals(span.used().start()));
        }
    }
}
