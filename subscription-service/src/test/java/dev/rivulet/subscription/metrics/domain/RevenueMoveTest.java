package dev.rivulet.subscription.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rivulet.subscription.metrics.domain.RevenueMove.Part;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RevenueMoveTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);

    private final SortedMap<LocalDate, Long> booked = new TreeMap<>();

    @Test
    void shouldBeginAndChange() {
        assertThat(RevenueMove.parts(booked, JANUARY, 1000)).containsExactly(new Part(JANUARY, 1000));
        booked.put(JANUARY, 1000L);
        assertThat(RevenueMove.parts(booked, JANUARY, 1500)).containsExactly(new Part(JANUARY, 500));
        assertThat(RevenueMove.parts(booked, FEBRUARY, 400)).containsExactly(new Part(FEBRUARY, -600));
        assertThat(RevenueMove.parts(booked, FEBRUARY, 0)).containsExactly(new Part(FEBRUARY, -1000));
        assertThat(RevenueMove.parts(booked, FEBRUARY, 1000)).isEmpty();
    }

    @Test
    void shouldTakeBackWhatIsBookedLater() {
        booked.put(JANUARY, 1000L);
        booked.put(MARCH, 1000L);

        assertThat(RevenueMove.parts(booked, FEBRUARY, 0))
                .containsExactly(new Part(FEBRUARY, -1000), new Part(MARCH, -1000));
        assertThat(RevenueMove.parts(booked, FEBRUARY, 2000))
                .containsExactly(new Part(FEBRUARY, 1000), new Part(MARCH, -1000));
        assertThat(RevenueMove.parts(booked, FEBRUARY, 1000)).containsExactly(new Part(MARCH, -1000));
        booked.put(MARCH, 0L);
        assertThat(RevenueMove.parts(booked, FEBRUARY, 1000)).isEmpty();
    }

    @Test
    void shouldRefuseLessThanNothing() {
        assertThatThrownBy(() -> RevenueMove.parts(booked, JANUARY, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
