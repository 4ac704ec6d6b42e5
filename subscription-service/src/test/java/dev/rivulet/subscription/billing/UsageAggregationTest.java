package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However usage is counted, what is counted is on the invoice, and what comes late on the one after it. */
@QuarkusTest
class UsageAggregationTest {

    /** A unit is 1.00: late usage is charged by what it changes. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    aggregation, in January, known in February, known in March
                    SUM        , 16 16.00  , 25 9.00          , 26 1.00
                    COUNT      , 3 3.00    , 4 1.00           , 5 1.00
                    MAX        , 8 8.00    , 9 1.00           , -
                    UNIQUE     , 2 2.00    , 3 1.00           , -
                    LAST       , 3 3.00    , 9 6.00           , -
                    """, useHeadersInDisplayName = true)
    void shouldBeOnTheInvoice(String aggregation, String inJanuary, String inFebruary, String inMarch) {
        var shop = Shop.at("2025-01-01T10:00:00Z");
        var metering = Metering.of(shop);
        var catalog = metering.catalog();
        var plan = catalog.plan("9.00");
        catalog.price(
                plan,
                "usage",
                Map.of(
                        "model",
                        "USAGE",
                        "metric",
                        "calls",
                        "aggregation",
                        aggregation,
                        "rating",
                        "PER_UNIT",
                        "amount",
                        "1.00"),
                Map.of());
        var contract = catalog.sign(plan);
        metering.use(contract.account(), "anna", "5", "2025-01-10T12:00:00Z");
        metering.use(contract.account(), "boris", "8", "2025-01-11T12:00:00Z");
        metering.use(contract.account(), "anna", "3", "2025-01-12T12:00:00Z");

        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);
        metering.use(contract.account(), "clara", "9", "2025-01-13T12:00:00Z");
        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);
        metering.use(contract.account(), "anna", "1", "2025-01-05T12:00:00Z");
        shop.moveClock("2025-04-01T10:00:00Z").statusCode(200);

        assertThat(charged(contract))
                .isEqualTo(Stream.of(
                                "2025-02-01 USAGE " + inJanuary,
                                "2025-03-01 USAGE_ADJUSTMENT " + inFebruary,
                                "2025-04-01 USAGE_ADJUSTMENT " + inMarch)
                        .filter(line -> !line.endsWith("null"))
                        .toList());
        assertThat(contract.invoices()).hasSize(4);
        new Invariants(shop).shouldHold();
    }

    /** Without the months in which nothing was used. */
    private static List<String> charged(Contract contract) {
        return Metering.lines(contract).stream()
                .filter(line -> !line.endsWith(" 0.00"))
                .toList();
    }
}
