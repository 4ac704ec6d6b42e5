package dev.rivulet.success.customer;

import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.TimelineEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a subscription tells the timeline: its beginning, each change of seats or plan, and its end. */
final class SubscriptionStory {

    private SubscriptionStory() {}

    static List<TimelineEntry> of(Subscription subscription) {
        var story = new ArrayList<TimelineEntry>();
        var terms = subscription.history;
        var first = terms.getFirst();
        story.add(entry(
                subscription,
                EntryKind.SUBSCRIPTION_STARTED,
                first.from(),
                Map.of("plan", first.planName(), "seats", "" + first.seats(), "mode", first.mode())));
        for (var i = 1; i < terms.size(); i++) {
            var term = terms.get(i);
            var before = terms.get(i - 1);
            story.add(entry(
                            subscription,
                            EntryKind.SUBSCRIPTION_CHANGED,
                            term.from(),
                            Map.of(
                                    "plan", term.planName(),
                                    "seats", "" + term.seats(),
                                    "mode", term.mode(),
                                    "planBefore", before.planName(),
                                    "seatsBefore", "" + before.seats(),
                                    "modeBefore", before.mode()))
                    .keyed(term.from().toString()));
        }
        var end = subscription.endDate;
        if (end != null && subscription.phase.equals("ENDED")) {
            story.add(entry(subscription, EntryKind.SUBSCRIPTION_ENDED, end, Map.of("plan", subscription.planName)));
        }
        return story;
    }

    private static TimelineEntry entry(
            Subscription subscription, EntryKind kind, LocalDate day, Map<String, String> facts) {
        return TimelineEntry.of(
                subscription.accountId, kind, day.atStartOfDay(ZoneOffset.UTC).toInstant(), subscription.id, facts);
    }
}
