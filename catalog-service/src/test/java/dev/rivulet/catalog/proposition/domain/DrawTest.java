package dev.rivulet.catalog.proposition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rivulet.catalog.proposition.domain.Draw.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final UUID A = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final UUID B = UUID.nameUUIDFromBytes(new byte[] {2});
    private static final UUID C = UUID.nameUUIDFromBytes(new byte[] {3});
    private static final int DEALS = 20_000;

    @Test
    void shouldShareInProportionToWeights() {
        var drawn = drawn(List.of(new Ticket(A, 100), new Ticket(B, 25), new Ticket(C, 0)));
        assertThat((double) count(drawn, A) / DEALS).isCloseTo(0.8, within(0.01));
        assertThat((double) count(drawn, B) / DEALS).isCloseTo(0.2, within(0.01));
        assertThat(count(drawn, C)).isZero();
    }

    @Test
    void shouldMoveOnlyTheDealsANewcomerWins() {
        var before = drawn(List.of(new Ticket(A, 100), new Ticket(B, 100)));
        var after = drawn(List.of(new Ticket(C, 100), new Ticket(B, 100), new Ticket(A, 100)));
        after.forEach((deal, line) -> assertThat(line).isIn(before.get(deal), C));
        assertThat((double) count(after, C) / DEALS).isCloseTo(1.0 / 3, within(0.015));
    }

    @Test
    void shouldDrawNothingFromNothing() {
        assertThat(Draw.of(A, List.of())).isEmpty();
        assertThat(Draw.of(A, List.of(new Ticket(B, 0)))).isEmpty();
    }

    private static Map<UUID, UUID> drawn(List<Ticket> tickets) {
        var drawn = new HashMap<UUID, UUID>();
        for (var i = 0; i < DEALS; i++) {
            var deal = UUID.nameUUIDFromBytes(("deal " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            drawn.put(deal, Draw.of(deal, tickets).orElseThrow());
        }
        return drawn;
    }

    private static long count(Map<UUID, UUID> drawn, UUID line) {
        return drawn.values().stream().filter(line::equals).count();
    }
}
