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

    Look look() {
        return new Look();
    }

    /** Remembers what it has seen: others are looked at once, and only of an account where something stops. */
    final class Look {

        private final Map<UUID, Map<UUID, Kept>> known = new HashMap<>();

        /** The first day whose usage does not count in a span any more. */
        LocalDate usageEnd(Span span, Cursor cursor) {
            var day = span.dayOfStop();
            return day != null && isOfAnother(day, span, cursor)
                    ? day
                    : span.usageDays().end();
        }

        private boolean isOfAnother(LocalDate day, Span span, Cursor cursor) {
            return known.computeIfAbsent(cursor.accountId(), this::timelines).entrySet().stream()
                    .filter(other -> !other.getKey().equals(cursor.subscriptionId()))
                    .anyMatch(other -> counting(
                                    other.getValue().timeline(),
                                    day,
                                    other.getKey().compareTo(cursor.subscriptionId()) > 0)
                            .anyMatch(component -> isSame(component, span)
                                    && isOfProduct(other.getValue().timeline(), span)));
        }

        private Map<UUID, Kept> timelines(UUID account) {
            return book.of(cursors.ofAccounts(List.of(account)).stream()
                    .map(Cursor::subscriptionId)
                    .toList());
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
