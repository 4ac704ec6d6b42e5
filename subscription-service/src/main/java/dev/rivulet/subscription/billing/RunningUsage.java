package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.UsageSoFar.Asked;
import dev.rivulet.subscription.billing.UsageSoFar.SpanKey;
import dev.rivulet.subscription.rating.domain.Rating;
import dev.rivulet.subscription.rating.domain.Reading;
import dev.rivulet.subscription.rating.domain.Span;
import dev.rivulet.subscription.terms.TermBook;
import dev.rivulet.subscription.usage.Question;
import dev.rivulet.subscription.usage.UsageReading;
import dev.rivulet.subscription.usage.domain.Aggregation;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Prices the usage of periods that are not over yet. All of it is priced as one, so that tiers go on where they were. */
@Singleton
class RunningUsage {

    private final BillingCursors cursors;
    private final TermBook book;
    private final UsageReading usage;
    private final UsageSoFar soFar;
    private final ChargeText text;
    private final TenantClock clock;

    RunningUsage(
            BillingCursors cursors,
            TermBook book,
            UsageReading usage,
            UsageSoFar soFar,
            ChargeText text,
            TenantClock clock) {
        this.cursors = cursors;
        this.book = book;
        this.usage = usage;
        this.soFar = soFar;
        this.text = text;
        this.clock = clock;
    }

    /** What of an account's usage up to now costs something that it was not asked for yet. */
    List<UnbilledUsage> of(UUID account) {
        var running = cursors.ofAccounts(List.of(account)).stream()
                .filter(cursor -> cursor.nextDueOn() != null)
                .toList();
        var ids = running.stream().map(Cursor::subscriptionId).toList();
        var timelines = book.of(ids);
        var asked = soFar.of(ids);
        var found = new ArrayList<UnbilledUsage>();
        for (var cursor : running) {
            var today = clock.today(ZoneId.of(cursor.zone()));
            var kept = timelines.get(cursor.subscriptionId());
            if (kept != null) {
                Rating.usageOn(kept.timeline(), today).forEach(span -> add(cursor, span, today, asked, found));
            }
        }
        return found;
    }

    private void add(Cursor cursor, Span span, LocalDate today, Map<SpanKey, Asked> asked, List<UnbilledUsage> found) {
        var metered = Objects.requireNonNull(span.component().metered());
        var question = new Question(
                cursor.accountId(),
                metered.metric(),
                Aggregation.valueOf(metered.aggregation()),
                span.used().start(),
                today.plusDays(1));
        var read = usage.read(List.of(question)).getFirst();
        var before = asked.getOrDefault(SpanKey.of(cursor.subscriptionId(), span), Asked.nothing(span));
        Rating.soFar(span, today, new Reading(read.quantity(), read.events()), before.amount())
                .ifPresent(charge -> found.add(new UnbilledUsage(
                        cursor.subscriptionId(),
                        metered.metric(),
                        read.quantity().subtract(before.quantity()),
                        text.of(cursor, charge, InvoiceWriter.newId(), null))));
    }
}
