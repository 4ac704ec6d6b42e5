package dev.rivulet.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final List<LocalDate> stops = Timeline.stops();

    @Test
    void shouldOnlyGoForwardAndCoverTheYear() {
        assertEquals(stops.stream().sorted().distinct().toList(), stops);
        assertEquals(LocalDate.of(2025, 1, 1), stops.getFirst());
        assertEquals(Timeline.LAST_DAY, stops.getLast());
        assertTrue(Timeline.LOADED.isAfter(Timeline.noon(Timeline.LAST_DAY)));
    }

    @Test
    void shouldStopOftenEnoughForAPunctualPayerToBePunctual() {
        for (int i = 1; i < stops.size(); i++) {
            long days = ChronoUnit.DAYS.between(stops.get(i - 1), stops.get(i));
            // Paid within 4 days of an invoice that is due after 14.
            assertTrue(days <= 10, "from " + stops.get(i - 1) + " to " + stops.get(i));
        }
    }

    @Test
    void shouldSellOnMonthEndsAndLetTasksBeReviewedEveryMonth() {
        assertTrue(stops.containsAll(Timeline.salesDays()) && stops.containsAll(Timeline.expansionDays()));
        assertTrue(Timeline.salesDays().containsAll(List.of(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 28))));
        assertEquals(12, stops.stream().filter(Timeline::isReview).count());
    }
}
