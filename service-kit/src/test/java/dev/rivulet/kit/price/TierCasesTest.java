package dev.rivulet.kit.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The billing cases of other engines that are about tiers: their quantities, their amounts. */
class TierCasesTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void shouldChargePackagesBegunLikeKillBill() throws IOException {
        var plan = caseOf("KB-043").path("plans").path(0);
        var price = new PackagePrice(decimal(plan.path("package_size")), decimal(plan.path("price_per_package")));
        var lines = StreamSupport.stream(caseOf("KB-043").path("expected").spliterator(), false)
                .map(invoice -> invoice.at("/lines/0/amount").asText())
                .toList();
        assertThat(List.of(amount(price, "199"), amount(price, "350"))).isEqualTo(lines);
    }

    @Test
    void shouldChargeFlatFeesOfTheTiersEnteredLikeLago() throws IOException {
        var price = new GraduatedPrice(
                new Tiers(List.of(tier("10", "10", "2"), tier("20", "5", "3"), tier(null, "5", "3"))));
        var expected = caseOf("LA-026").at("/expected/0/by_quantity");
        assertThat(expected).hasSize(4);
        expected.properties()
                .forEach(each -> assertThat(amount(price, each.getKey()))
                        .as(each.getKey())
                        .isEqualTo(each.getValue().asText()));
    }

    @Test
    void shouldChargeAShareAndAFeePerEventLikeLago() throws IOException {
        var usage = caseOf("LA-029").at("/timeline/0");
        var price =
                new PercentagePrice("payments", new BigDecimal("1.3"), new BigDecimal("2"), 2, new BigDecimal("250"));
        var steps =
                price.rate(decimal(usage.path("quantity")), usage.path("events").asLong());
        assertThat(rounded(steps))
                .isEqualTo(caseOf("LA-029").at("/expected/0/total").asText());
    }

    @Test
    void shouldChargeTierByTierLikeOpenMeter() throws IOException {
        var price = new GraduatedPrice(new Tiers(
                List.of(tier("5", "0", "100"), tier("10", "0", "50"), tier("15", "5", "0"), tier(null, "1", "0"))));
        var expected = caseOf("OM-004").at("/expected/0");
        var steps = price.rate(decimal(caseOf("OM-004").at("/timeline/0/quantity")), 0);
        assertThat(steps).hasSize(4);
        for (var i = 0; i < 4; i++) {
            assertThat(rounded(List.of(steps.get(i))))
                    .isEqualTo(expected.path("lines").path(i).path("amount").asText());
            assertThat(steps.get(i).tier())
                    .isEqualTo(expected.path("lines").path(i).path("tier").asInt());
        }
        assertThat(rounded(steps)).isEqualTo(expected.path("total").asText());
    }

    @ParameterizedTest
    @CsvSource({
        // the bound belongs to the lower tier; a fraction above it to the next
        "0, 5.00, 5.00",
        "0.5, 5.50, 5.50",
        "10, 15.00, 15.00",
        "10.000000001, 18.00, 11.00",
        "11, 18.50, 11.50",
        "100, 63.00, 56.00",
        "101, 63.10, 10.10",
        "1000000, 100053.00, 100000.00"
    })
    void shouldTellGraduatedFromVolume(String quantity, String graduated, String volume) {
        var tiers = new Tiers(List.of(tier("10", "1", "5"), tier("100", "0.5", "3"), tier(null, "0.1", "0")));
        var stepped = new Tiers(List.of(tier("10", "1", "5"), tier("100", "0.5", "6"), tier(null, "0.1", "0")));
        assertThat(amount(new GraduatedPrice(tiers), quantity)).isEqualTo(graduated);
        assertThat(amount(new VolumePrice(stepped), quantity)).isEqualTo(volume);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "0.000000001, 2.95", "99, 2.95", "100, 2.95", "100.5, 5.90", "200, 5.90", "201, 8.85"})
    void shouldCountAPackageBegunWhole(String quantity, String expected) {
        assertThat(amount(new PackagePrice(BigDecimal.valueOf(100), new BigDecimal("2.95")), quantity))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // amount, events: the free amount and the free events do not make up for each other
        "0, 0, 0.00",
        "250, 2, 0.00",
        "250, 3, 2.00",
        "251, 0, 0.01",
        "250.38, 0, 0.00",
        "250.39, 2, 0.01",
        "800, 4, 11.15"
    })
    void shouldTakeFreeAmountAndFreeEventsOffEachOnItsOwn(String amount, long events, String expected) {
        var price =
                new PercentagePrice("payments", new BigDecimal("1.3"), new BigDecimal("2"), 2, new BigDecimal("250"));
        assertThat(rounded(price.rate(new BigDecimal(amount), events))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "1, 0.00", "4, 0.00", "5, 0.01", "25, 0.03", "1000000, 1200.00"})
    void shouldRoundOnceHoweverSmallAUnitIs(String quantity, String expected) {
        assertThat(amount(new MeteredPrice("calls", new UnitPrice(new BigDecimal("0.0012"))), quantity))
                .isEqualTo(expected);
    }

    @Test
    void shouldNotAskHowMuchOfAFlatPrice() {
        assertThat(amount(new FlatPrice(new BigDecimal("49")), "0")).isEqualTo("49.00");
        assertThat(amount(new FlatPrice(new BigDecimal("49")), "100")).isEqualTo("49.00");
    }

    private static Tier tier(String upTo, String unitPrice, String flatFee) {
        return new Tier(upTo == null ? null : new BigDecimal(upTo), new BigDecimal(unitPrice), new BigDecimal(flatFee));
    }

    private static String amount(PriceModel price, String quantity) {
        return rounded(price.rate(new BigDecimal(quantity), 0));
    }

    private static String rounded(List<Step> steps) {
        var exact = steps.stream().map(Step::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.round(exact, USD).decimal().toPlainString();
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asText());
    }

    private static JsonNode caseOf(String id) throws IOException {
        try (var file = TierCasesTest.class.getResourceAsStream("/cases/tier_cases.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
                    .filter(each -> each.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
