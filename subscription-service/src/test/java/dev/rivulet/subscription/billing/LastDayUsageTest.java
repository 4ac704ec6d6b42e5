package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Usage of the day within which a subscription stops is asked for once, whoever it is and whenever it comes. */
@QuarkusTest
class LastDayUsageTest {

    private static final Map<String, String> NOW = Map.of("effective", "NOW");

    private Shop shop;
    private Metering metering;
    private UUID plan;
    private Contract first;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        metering = Metering.of(shop);
        plan = metering.graduated("31.00", Map.of(), Map.of());
        first = metering.catalog().sign(plan);
    }

    @AfterEach
    void shouldKeepTheBooks() {
        new Invariants(shop).shouldHold();
    }

    private List<String> usage() {
        return Metering.lines(first).stream()
                .filter(line -> line.contains("USAGE"))
                .toList();
    }

    private Contract signAnew() {
        return metering.catalog().sign(first.account(), plan, Map.of());
    }

    @Test
    void shouldBeOfWhoIsSignedAnew() {
        shop.moveClock("2025-01-15T10:00:00Z").statusCode(200);
        metering.use(first.account(), "7", "2025-01-15T09:00:00Z");
        first.decide("cancellations", NOW);
        assertThat(usage()).containsExactly("2025-01-15 USAGE 7 7.00");

        signAnew();

        assertThat(usage()).containsExactly("2025-01-15 USAGE 7 7.00", "2025-01-15 USAGE_ADJUSTMENT 0 -7.00");
        metering.use(first.account(), "2", "2025-01-15T11:00:00Z");
        shop.moveClock("2025-02-15T10:00:00Z").statusCode(200);
        assertThat(usage()).endsWith("2025-02-15 USAGE 9 9.00").hasSize(3);
    }

    @Test
    void shouldBeOfWhoWasSignedBefore() {
        shop.moveClock("2025-01-15T10:00:00Z").statusCode(200);
        metering.use(first.account(), "4", "2025-01-14T09:00:00Z");
        metering.use(first.account(), "7", "2025-01-15T09:00:00Z");
        signAnew();

        first.decide("cancellations", NOW);

        assertThat(usage()).containsExactly("2025-01-15 USAGE 4 4.00");
        shop.moveClock("2025-02-15T10:00:00Z").statusCode(200);
        assertThat(usage()).containsExactly("2025-01-15 USAGE 4 4.00", "2025-02-15 USAGE 7 7.00");
    }

    @Test
    void shouldBeOfTheLastOfThoseWhoStopOnOneDay() {
        shop.moveClock("2025-01-15T10:00:00Z").statusCode(200);
        metering.use(first.account(), "7", "2025-01-15T09:00:00Z");
        first.decide("cancellations", NOW);
        var second = signAnew();
        second.decide("cancellations", NOW);

        shop.moveClock("2025-03-15T10:00:00Z").statusCode(200);
        assertThat(usage())
                .containsExactly(
                        "2025-01-15 USAGE 7 7.00", "2025-01-15 USAGE_ADJUSTMENT 0 -7.00", "2025-01-15 USAGE 7 7.00");
    }

    @Test
    void shouldBeAskedForWhereItComesLate() {
        first.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);
        assertThat(usage()).isEmpty();

        metering.use(first.account(), "3", "2025-02-01T09:00:00Z");
        shop.moveClock("2025-02-02T10:00:00Z").statusCode(200);
        metering.use(first.account(), "2", "2025-02-01T09:30:00Z");
        metering.use(first.account(), "9", "2025-02-02T00:00:00Z");
        shop.moveClock("2025-04-02T10:00:00Z").statusCode(200);

        // Whether the timer or the clock comes first decides the day of the invoice.
        assertThat(usage().stream().map(line -> line.substring("2025-02-01 ".length())))
                .containsExactly("USAGE_ADJUSTMENT 3 3.00", "USAGE_ADJUSTMENT 5 2.00");
    }

    /** One run, which looks at all accounts where something ends together. */
    @Test
    void shouldBeOfEachOfManyThatStopOnOneDay() {
        var catalog = metering.catalog();
        var alone = catalog.sign(plan);
        var beside = catalog.sign(first.account(), plan, Map.of("startDate", "2025-01-15"));
        shop.moveClock("2025-01-14T10:00:00Z").statusCode(200);
        for (var ending : List.of(first, alone)) {
            metering.use(ending.account(), "4", "2025-01-14T09:00:00Z");
            ending.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        }
        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);
        metering.use(first.account(), "7", "2025-02-01T09:00:00Z");
        metering.use(alone.account(), "5", "2025-02-01T09:00:00Z");

        shop.moveClock("2025-02-15T10:00:00Z").statusCode(200);

        assertThat(Metering.sum(alone)).isEqualByComparingTo("40.00");
        // The other subscription of the account counts the day.
        assertThat(usage()).containsExactly("2025-02-01 USAGE 4 4.00", "2025-02-15 USAGE 7 7.00");
        assertThat(beside.view().get("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void shouldBeNobodysWhereTheSubscriptionNeverBegan() {
        first.decide("cancellations", NOW);
        var account = metering.catalog().account();
        var never = metering.catalog().sign(account, plan, Map.of("startDate", "2025-02-01"));
        never.decide("cancellations", NOW);
        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);

        metering.use(account, "3", "2025-02-01T09:00:00Z");
        shop.moveClock("2025-03-02T10:00:00Z").statusCode(200);

        assertThat(never.invoices()).isEmpty();
    }
}
