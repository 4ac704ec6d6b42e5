package dev.rivulet.success.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveriesTest {

    @Inject
    Deliveries deliveries;

    /** One thing on its way. */
    private record Parcel(String channel, int attempt, Delivery fate) {}

    /** Things of several channels, and what became of them. */
    private static final class Parcels implements Deliveries.Queue<Parcel> {

        final Queue<Parcel> waiting = new ArrayDeque<>();
        final List<String> notes = new ArrayList<>();

        @Override
        public Optional<Parcel> claim(Instant now, Instant until, Set<String> failing) {
            assertThat(Duration.between(now, until)).isEqualTo(Duration.ofMinutes(1));
            var next = waiting.stream()
                    .filter(parcel -> !failing.contains(parcel.channel()))
                    .findFirst();
            next.ifPresent(waiting::remove);
            return next;
        }

        @Override
        public String channel(Parcel parcel) {
            return parcel.channel();
        }

        @Override
        public int attempt(Parcel parcel) {
            return parcel.attempt();
        }

        @Override
        public Delivery handOver(Parcel parcel) {
            return parcel.fate();
        }

        @Override
        public void delivered(Parcel parcel) {
            notes.add(parcel.channel() + " delivered");
        }

        @Override
        public void retry(Parcel parcel, String reason, Instant at) {
            notes.add(parcel.channel() + " " + reason + " again");
        }

        @Override
        public void giveUp(Parcel parcel, String reason) {
            notes.add(parcel.channel() + " " + reason + " given up");
        }
    }

    @Test
    void shouldLeaveAChannelAloneOnceItHasFailed() {
        var parcels = new Parcels();
        var done = new Delivery.Done();
        parcels.waiting.addAll(List.of(
                new Parcel("a", 1, new Delivery.Failed("hangs", false)),
                new Parcel("a", 1, done),
                new Parcel("b", 1, done),
                new Parcel("c", 12, new Delivery.Failed("hangs", false)),
                new Parcel("d", 1, new Delivery.Failed("gone", true)),
                new Parcel("b", 2, done)));

        deliveries.round(parcels);

        assertThat(parcels.notes)
                .containsExactly("a hangs again", "b delivered", "c hangs given up", "d gone given up", "b delivered");
        assertThat(parcels.waiting).containsExactly(new Parcel("a", 1, done));

        deliveries.round(parcels);

        assertThat(parcels.waiting).isEmpty();
    }
}
