package dev.rivulet.success.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    private static final long SEED = 7_711L;
    private static final int PEOPLE = 10_000;

    private final Random random = new Random(SEED);
    private final UUID wave = id();
    private final List<UUID> accounts =
            IntStream.range(0, PEOPLE).mapToObj(index -> id()).toList();

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.1", "0.25", "0.5", "0.9"})
    void shouldDrawTheShare(String share) {
        var drawn = drawn(wave, share).size();
        var p = Double.parseDouble(share);
        var deviation = Math.sqrt(PEOPLE * p * (1 - p));
        assertThat((double) drawn)
                .as("seed %s", SEED)
                .isBetween(PEOPLE * p - 4 * deviation, PEOPLE * p + 4 * deviation);
    }

    @Test
    void shouldDrawTheSamePeopleAgainAndAddToThem() {
        assertThat(drawn(wave, "0.2")).isEqualTo(drawn(wave, "0.20")).isNotEmpty();
        assertThat(drawn(wave, "0.3")).containsAll(drawn(wave, "0.2"));
        assertThat(drawn(wave, "1")).hasSize(PEOPLE);
    }

    @Test
    void shouldDrawOthersInAnotherWave() {
        var both =
                drawn(wave, "0.5").stream().filter(drawn(id(), "0.5")::contains).count();
        assertThat((double) both).as("seed %s", SEED).isBetween(PEOPLE * 0.22, PEOPLE * 0.28);
    }

    @Test
    void shouldTellPeopleOfOneCustomerApart() {
        var sample = new Sample(wave, new BigDecimal("0.5"));
        var one = accounts.getFirst();
        assertThat(IntStream.range(0, 100)
                        .filter(person -> sample.includes(one, "p" + person))
                        .count())
                .isBetween(25L, 75L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "1.01"})
    void shouldRefuseWhatIsNoShare(String share) {
        assertThatThrownBy(() -> new Sample(wave, new BigDecimal(share))).hasMessageContaining(share);
    }

    private List<UUID> drawn(UUID of, String share) {
        var sample = new Sample(of, new BigDecimal(share));
        return accounts.stream()
                .filter(account -> sample.includes(account, "person"))
                .toList();
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
