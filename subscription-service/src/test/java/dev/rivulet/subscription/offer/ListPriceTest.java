package dev.rivulet.subscription.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import dev.rivulet.subscription.rating.domain.Timing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListPriceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # published at                                         | on         | version
            2026-01-10T09:00:00Z                                   | 2020-01-01 | 1
            2026-01-10T09:00:00Z 2026-03-01T23:59:59Z              | 2026-02-28 | 1
            2026-01-10T09:00:00Z 2026-03-01T23:59:59Z              | 2026-03-01 | 2
            # two on one day: the later one counts
            2026-01-10T09:00:00Z 2026-03-01T08:00:00Z 2026-03-01T09:00:00Z | 2026-03-01 | 3
            2026-01-10T09:00:00Z 2026-03-01T08:00:00Z 2026-03-01T09:00:00Z | 2026-02-28 | 1
            # the second on the day of the first
            2026-03-01T08:00:00Z 2026-03-01T09:00:00Z              | 2026-02-28 | 1
            2026-03-01T08:00:00Z 2026-03-01T09:00:00Z              | 2026-03-01 | 2
            # heard of, and its day not yet
            2026-01-10T09:00:00Z ?                                 | 2020-01-01 | 2
            ? 2026-03-01T09:00:00Z                                 | 2020-01-01 | 1
            ? 2026-03-01T09:00:00Z                                 | 2026-03-01 | 2
            """)
    void shouldHoldOnTheDaysThatTheCatalogGivesIt(String published, LocalDate day, int version) {
        var versions = new ArrayList<PlanVersion>();
        for (var at : published.split(" ")) {
            versions.add(version(versions.size() + 1, at.equals("?") ? null : Instant.parse(at)));
        }

        var holding = ListPrice.of(versions).stream()
                .filter(price -> price.holdsOn(day))
                .toList();

        assertThat(holding).hasSize(1);
        assertThat(holding.getFirst().version().number()).isEqualTo(version);
    }

    @Test
    void shouldBeNoneOfAPlanThatWasNeverPublished() {
        assertThat(ListPrice.of(List.of())).isEmpty();
    }

    private static PlanVersion version(int number, Instant publishedAt) {
        return new PlanVersion(
                number,
                "Team",
                Money.of("49.00", "EUR"),
                BillingPeriod.MONTH,
                0,
                Timing.IN_ADVANCE,
                List.of(),
                null,
                null,
                Rollout.NEW_ONLY,
                publishedAt);
    }
}
