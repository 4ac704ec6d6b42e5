package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.rating.domain.Rating;
import dev.rivulet.subscription.rating.domain.Span;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.terms.TermBook;
import dev.rivulet.subscription.terms.TermBook.Kept;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds what has fallen due of many subscriptions, and what it costs. */
@Singleton
class Charging {

    private static final Logger LOG = Logger.getLogger(Charging.class);

    private final TermBook book;
    private final SpanPricing pricing;
    private final Corrections corrections;
    private final Incidents incidents;
    private final int mostLines;

    Charging(
            TermBook book,
            SpanPricing pricing,
            Corrections corrections,
            Incidents incidents,
            @ConfigProperty(name = "rivulet.billing.most-lines", defaultValue = "10000") int mostLines) {
        this.book = book;
        this.pricing = pricing;
        this.corrections = corrections;
        this.incidents = incidents;
        this.mostLines = mostLines;
    }

    /**
     * What a subscription came to.
     *
     * @param next where its cursor stands afterwards
     */
    record Charged(Cursor next, Kept kept, List<NewCharge> charges, List<LocalDate> passed) {}

    /** A subscription that could not be rated, and is to be put off. */
    record Failed(Cursor cursor, String code, String diagnosis) {}

    /** What many came to, and which of them failed. */
    record Result(List<Charged> charged, List<Failed> failed) {

        boolean hasFailed(UUID subscription) {
            return failed.stream()
                    .anyMatch(each -> each.cursor().subscriptionId().equals(subscription));
        }
    }

    /**
     * Charges everything due of these subscriptions; one that fails holds up no other.
     *
     * @param read timelines that need not be read
     */
    Result charge(List<Cursor> due, Instant now, Map<UUID, Kept> read) {
        return charge(due, now, read, this::mayHave);
    }

    /** What would be charged however many lines it comes to: to look at. */
    Result foresee(List<Cursor> due, Instant now) {
        return charge(due, now, Map.of(), (cursor, lines) -> true);
    }

    private boolean mayHave(Cursor cursor, int lines) {
        return lines <= mostLines || lines <= incidents.accepted(cursor.subscriptionId());
    }

    private Result charge(List<Cursor> due, Instant now, Map<UUID, Kept> read, BiPredicate<Cursor, Integer> mayHave) {
        var timelines = new HashMap<>(read);
        timelines.putAll(book.of(due.stream()
                .map(Cursor::subscriptionId)
                .filter(id -> !read.containsKey(id))
                .toList()));
        var spans = new HashMap<UUID, List<Span>>();
        var corrected = new HashMap<UUID, List<NewCharge>>();
        var failed = new ArrayList<Failed>();
        for (var cursor : due) {
            try {
                var today = LocalDate.ofInstant(now, ZoneId.of(cursor.zone()));
                var kept = kept(timelines, cursor);
                var cut = cursor.billedThrough() == null
                        ? null
                        : kept.timeline().cutWithin(cursor.billedThrough(), today);
                // Who ended on the first day was charged when that was decided; before, somebody else's usage would be.
                var found = kept.timeline().hasNoDay()
                        ? List.<Span>of()
                        : Rating.spans(kept.timeline(), cursor.billedThrough(), today);
                if (!mayHave.test(cursor, found.size())) {
                    failed.add(new Failed(cursor, Incidents.TOO_MANY_LINES, found.size() + " lines at once"));
                    continue;
                }
                if (cut != null) {
                    corrected.put(cursor.subscriptionId(), corrections.begun(cursor, kept, cut, today));
                }
                spans.put(cursor.subscriptionId(), cut == null ? found : List.of());
            } catch (RuntimeException e) {
                LOG.errorf(e, "subscription %s could not be rated", cursor.subscriptionId());
                failed.add(new Failed(cursor, "rating-failed", String.valueOf(e)));
            }
        }
        var rated = due.stream()
                .filter(cursor -> spans.containsKey(cursor.subscriptionId()))
                .toList();
        var priced = pricing.price(rated, spans, timelines);
        var charged = new ArrayList<Charged>();
        for (var cursor : rated) {
            var today = LocalDate.ofInstant(now, ZoneId.of(cursor.zone()));
            var kept = kept(timelines, cursor);
            charged.add(new Charged(
                    standing(cursor, kept, today),
                    kept,
                    corrected.getOrDefault(
                            cursor.subscriptionId(), priced.getOrDefault(cursor.subscriptionId(), List.of())),
                    passed(kept, cursor.nextDueOn(), today)));
        }
        return new Result(charged, failed);
    }

    /** A cursor behind which everything up to a day is charged. */
    static Cursor standing(Cursor cursor, Kept kept, LocalDate through) {
        return standing(cursor, kept, through, through);
    }

    /** The same, where what comes after a day, other than charges, is still to come. */
    static Cursor standing(Cursor cursor, Kept kept, LocalDate through, LocalDate seen) {
        return new Cursor(
                cursor.subscriptionId(),
                cursor.accountId(),
                cursor.payerId(),
                cursor.zone(),
                through,
                Rating.nextDue(kept.timeline(), seen),
                null,
                false);
    }

    /**
     * The days on which terms begin or end that nobody was told of. An end that is charged up to the day before it comes
     * is still to be told, so it is not what is charged already that counts.
     */
    private static List<LocalDate> passed(Kept kept, @Nullable LocalDate first, LocalDate today) {
        var timeline = kept.timeline();
        return Stream.concat(timeline.terms().stream().map(Term::from), Stream.ofNullable(timeline.end()))
                .filter(day -> (first == null || !day.isBefore(first)) && !day.isAfter(today))
                .distinct()
                .toList();
    }

    private static Kept kept(Map<UUID, Kept> timelines, Cursor cursor) {
        var kept = timelines.get(cursor.subscriptionId());
        if (kept == null) {
            throw new IllegalStateException("subscription " + cursor.subscriptionId() + " has no terms");
        }
        return kept;
    }
}
