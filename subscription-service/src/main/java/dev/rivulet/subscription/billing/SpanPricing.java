package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.UsageSoFar.Asked;
import dev.rivulet.subscription.billing.UsageSoFar.SpanKey;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.rating.domain.Charge;
import dev.rivulet.subscription.rating.domain.Rating;
import dev.rivulet.subscription.rating.domain.Reading;
import dev.rivulet.subscription.rating.domain.Reason;
import dev.rivulet.subscription.rating.domain.Span;
import dev.rivulet.subscription.terms.TermBook.Kept;
import dev.rivulet.subscription.usage.Question;
import dev.rivulet.subscription.usage.UsageBilling;
import dev.rivulet.subscription.usage.domain.Aggregation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From spans to charges: usage is read for all of them at once. */
@Singleton
class SpanPricing {

    private final UsageBilling usage;
    private final UsageSoFar soFar;
    private final CheaperUsage cheaper;
    private final LastDays lastDays;
    private final ChargeText text;

    SpanPricing(UsageBilling usage, UsageSoFar soFar, CheaperUsage cheaper, LastDays lastDays, ChargeText text) {
        this.usage = usage;
        this.soFar = soFar;
        this.cheaper = cheaper;
        this.lastDays = lastDays;
        this.text = text;
    }

    Map<UUID, List<NewCharge>> price(List<Cursor> cursors, Map<UUID, List<Span>> spans, Map<UUID, Kept> timelines) {
        var readings = readings(cursors, spans, timelines);
        var asked = asked(spans);
        var priced = new HashMap<UUID, List<NewCharge>>();
        for (var cursor : cursors) {
            var kept = timelines.get(cursor.subscriptionId());
            if (kept == null) {
                continue;
            }
            var charges = new ArrayList<NewCharge>();
            for (var span : spans.getOrDefault(cursor.subscriptionId(), List.of())) {
                for (var charge : charges(span, kept, cursor, readings, asked)) {
                    for (var part : cheaper.parts(cursor.subscriptionId(), charge)) {
                        charges.add(text.of(cursor, part.charge(), kept.cause(span.term()), part.creditOf()));
                    }
                }
            }
            priced.put(cursor.subscriptionId(), charges);
        }
        return priced;
    }

    private Map<SpanKey, Asked> asked(Map<UUID, List<Span>> spans) {
        var metered = spans.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(span -> span.reason() == Reason.USAGE))
                .map(Map.Entry::getKey)
                .toList();
        return metered.isEmpty() ? Map.of() : soFar.of(metered);
    }

    private static List<Charge> charges(
            Span span, Kept kept, Cursor cursor, Readings readings, Map<SpanKey, Asked> asked) {
        return switch (span.reason()) {
            case RECURRING -> List.of(Rating.charge(span));
            case USAGE ->
                usage(
                        span,
                        readings.of(span, cursor),
                        asked.getOrDefault(SpanKey.of(cursor.subscriptionId(), span), Asked.nothing(span)));
            case COMMITMENT_TRUE_UP ->
                Rating.commitment(span, committed(span, kept, cursor, readings)).stream()
                        .toList();
            default -> throw new IllegalStateException("spans are not charged as " + span.reason());
        };
    }

    private static List<Charge> usage(Span span, Reading reading, Asked asked) {
        var charges = Rating.charge(span, reading, asked.amount());
        if (charges.isEmpty()) {
            return charges;
        }
        var back = charges.getFirst().amount().negate();
        // Where less was used in the end than was asked for, nobody gets back what is void.
        var unpaid = back.min(asked.settled());
        return unpaid.minor() > 0 ? Rating.charge(span, reading, asked.amount().minus(unpaid)) : charges;
    }

    /** What counts towards a commitment: all of what its days cost, whenever that was asked for. */
    static List<Charge> committed(Span commitment, Kept kept, Cursor cursor, Readings readings) {
        return Rating.committed(kept.timeline(), commitment).stream()
                .flatMap(part -> charges(part, kept, cursor, readings, Map.of()).stream())
                .toList();
    }

    /** What is known of the usage of spans. */
    record Readings(Map<Question, Reading> known, LastDays.Look lastDays) {

        Reading of(Span span, Cursor cursor) {
            return known.getOrDefault(question(span, cursor, lastDays), Reading.NONE);
        }
    }

    /** What is known of the usage of these spans; what comes for their days from now on is late. */
    Readings readings(List<Cursor> cursors, Map<UUID, List<Span>> spans, Map<UUID, Kept> timelines) {
        var look = lastDays.look(stopping(cursors, spans));
        var questions = new LinkedHashMap<Question, Boolean>();
        for (var cursor : cursors) {
            var kept = timelines.get(cursor.subscriptionId());
            for (var span : spans.getOrDefault(cursor.subscriptionId(), List.of())) {
                ask(span, cursor, kept, look, questions);
            }
        }
        if (questions.isEmpty()) {
            return new Readings(Map.of(), look);
        }
        var asked = List.copyOf(questions.keySet());
        var answers = usage.take(asked);
        var readings = new HashMap<Question, Reading>();
        for (var i = 0; i < asked.size(); i++) {
            readings.put(
                    asked.get(i),
                    new Reading(answers.get(i).quantity(), answers.get(i).events()));
        }
        return new Readings(readings, look);
    }

    /** The accounts of what stops within a day that counts. */
    private static Set<UUID> stopping(List<Cursor> cursors, Map<UUID, List<Span>> spans) {
        return cursors.stream()
                .filter(cursor -> spans.getOrDefault(cursor.subscriptionId(), List.of()).stream()
                        .anyMatch(span -> span.reason() != Reason.RECURRING && span.dayOfStop() != null))
                .map(Cursor::accountId)
                .collect(Collectors.toSet());
    }

    private static void ask(
            Span span, Cursor cursor, @Nullable Kept kept, LastDays.Look look, Map<Question, Boolean> questions) {
        if (span.component().metered() != null) {
            questions.put(question(span, cursor, look), true);
        } else if (span.reason() == Reason.COMMITMENT_TRUE_UP && kept != null) {
            Rating.committed(kept.timeline(), span).forEach(part -> ask(part, cursor, kept, look, questions));
        }
    }

    private static Question question(Span span, Cursor cursor, LastDays.Look look) {
        var metered = span.component().metered();
        if (metered == null) {
            throw new IllegalArgumentException(span.component().key() + " is not metered");
        }
        return new Question(
                cursor.accountId(),
                metered.metric(),
                Aggregation.valueOf(metered.aggregation()),
                span.usageDays().start(),
                look.usageEnd(span, cursor));
    }
}
