package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.rating.domain.Component;
import dev.rivulet.subscription.rating.domain.Rating;
import dev.rivulet.subscription.rating.domain.Span;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook;
import dev.rivulet.subscription.terms.TermBook.Kept;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whose the usage of a day is within which somebody stops. It is asked of who stops, unless another subscription of the
 * account and the product counts the day: then it belongs to that one, as where one plan takes the place of another.
 */
@Singleton
class LastDays {

    private final BillingCursors cursors;
    private final TermBook book;

    LastDays(BillingCursors cursors, TermBook book) {
        this.cursors = cursors;
        this.book = book;
    }

    /** Looks at whatever else there is in the accounts where something stops, all of them at once. */
    Look look(Collection<UUID> stopping) {
        return new Look(timelines(stopping));
    }

    /** Timelines by account and subscription. */
    private Map<UUID, Map<UUID, Kept>> timelines(Collection<UUID> accounts) {
        var found = new HashMap<UUID, Map<UUID, Kept>>();
        if (accounts.isEmpty()) {
            return found;
        }
        var all = cursors.ofAccounts(accounts);
        var timelines = book.of(all.stream().map(Cursor::subscriptionId).toList());
        for (var cursor : all) {
            var kept = timelines.get(cursor.subscriptionId());
            if (kept != null) {
                found.computeIfAbsent(cursor.accountId(), account -> new HashMap<>())
                        .put(cursor.subscriptionId(), kept);
            }
        }
        return found;
    }

    /** Knows what it was told to look at; accounts where something stops unexpectedly are looked at by themselves. */
    final class Look {

        private final Map<UUID, Map<UUID, Kept>> known;

        private Look(Map<UUID, Map<UUID, Kept>> known) {
            this.known = known;
        }

        /** The first day whose usage does not count in a span any more. */
        LocalDate usageEnd(Span span, Cursor cursor) {
            var day = span.dayOfStop();
            return day != null && isOfAnother(day, span, cursor)
                    ? day
                    : span.usageDays().end();
        }

        private boolean isOfAnother(LocalDate day, Span span, Cursor cursor) {
            return known.computeIfAbsent(cursor.accountId(), this::others).entrySet().stream()
                    .filter(other -> !other.getKey().equals(cursor.subscriptionId()))
                    .anyMatch(other -> counting(
                                    other.getValue().timeline(),
                                    day,
                                    other.getKey().compareTo(cursor.subscriptionId()) > 0)
                            .anyMatch(component -> isSame(component, span)
                                    && isOfProduct(other.getValue().timeline(), span)));
        }

        private Map<UUID, Kept> others(UUID account) {
            return timelines(List.of(account)).getOrDefault(account, Map.of());
        }

        /** What counts a day; of two that stop on it the one that was signed later. */
        private static Stream<Component> counting(Timeline timeline, LocalDate day, boolean isLater) {
            return Stream.concat(
                    Rating.usageOn(timeline, day).stream().map(Span::component),
                    isLater ? Rating.usageStoppingOn(timeline, day).stream() : Stream.empty());
        }

        private static boolean isSame(Component component, Span span) {
            var own = span.component().metered();
            var others = component.metered();
            return own != null && others != null && own.metric().equals(others.metric());
        }

        private static boolean isOfProduct(Timeline timeline, Span span) {
            return Objects.equals(
                    timeline.terms().getFirst().plan().productId(),
                    span.term().plan().productId());
        }
    }
}
