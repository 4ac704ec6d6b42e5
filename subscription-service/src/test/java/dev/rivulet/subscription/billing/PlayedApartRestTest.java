package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.usage.Meter;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared cases that are written otherwise than as a timeline of decisions, through the public API too. */
@QuarkusTest
class PlayedApartRestTest {

    private static JsonNode expected(String id) throws IOException {
        try (var in = PlayedApartRestTest.class.getResourceAsStream("/cases/billing_cases.json")) {
            return new ObjectMapper()
                    .readTree(in)
                    .get("cases")
                    .valueStream()
                    .filter(json -> json.get("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .get("expected");
        }
    }

    private static Map<String, Object> tier(String upTo, String unitPrice, String flatFee) {
        return upTo == null
                ? Map.of("unitPrice", unitPrice, "flatFee", flatFee)
                : Map.of("upTo", upTo, "unitPrice", unitPrice, "flatFee", flatFee);
    }

    /** A month of usage of a plan that charges nothing else, in so many events; what was charged for it. */
    private static JsonNode month(Map<String, ?> terms, String quantity, int events) {
        return explained(used("USD", terms, quantity, events));
    }

    private static Contract used(String currency, Map<String, ?> terms, String quantity, int events) {
        var shop = Shop.at("2024-03-01T10:00:00Z");
        var catalog = Catalog.of(shop, currency);
        var plan = catalog.plan("0.00");
        catalog.price(plan, "usage", terms, Map.of());
        var contract = catalog.sign(plan);
        if (events > 0) {
            var meter = new Meter(shop);
            var each =
                    new BigDecimal(quantity).divide(BigDecimal.valueOf(events)).toPlainString();
            Meter.send(Stream.generate(UUID::randomUUID)
                    .limit(events)
                    .map(id -> meter.event(
                            id.toString(),
                            contract.account(),
                            "u",
                            RestCase.METRIC,
                            each,
                            Instant.parse("2024-03-01T10:00:00Z")))
                    .toList());
            meter.eventually(
                    "/accounts/" + contract.account() + "/usage?metric=" + RestCase.METRIC
                            + "&from=2024-03-01&to=2024-03-02",
                    usage -> assertThat(usage.at("/items/0/count").asInt()).isEqualTo(events));
        }
        shop.moveClock("2024-04-01T10:00:00Z").statusCode(200);
        return contract;
    }

    private static JsonNode explained(Contract contract) {
        var line = contract.lastInvoice()
                .get("lines")
                .valueStream()
                .filter(each -> each.get("kind").asText().equals("USAGE"))
                .findFirst()
                .orElseThrow();
        return Contract.read(contract.shop()
                .as("ops")
                .get("/invoices/" + contract.lastInvoice().get("id").asText() + "/lines/" + line.get("position")
                        + "/explanation")
                .then()
                .statusCode(200));
    }

    /** A price that tells nothing of a subscription. */
    static boolean isOfUsageAlone(JsonNode json) {
        return json.at("/timeline/0/date").asText().equals("period");
    }

    static Stream<Arguments> ofUsageAlone() throws IOException {
        try (var in = PlayedApartRestTest.class.getResourceAsStream("/cases/more_billing_cases.json")) {
            return new ObjectMapper()
                    .readTree(in)
                    .get("cases")
                    .valueStream()
                    .filter(PlayedApartRestTest::isOfUsageAlone)
                    .flatMap(json -> json.at("/expected/0/by_quantity").properties().stream()
                            .map(each -> Arguments.of(
                                    named(
                                            json.get("id").asText() + " "
                                                    + json.get("title").asText(),
                                            json.at("/plans/0")),
                                    each.getKey(),
                                    each.getValue().asText())));
        }
    }

    @ParameterizedTest
    @MethodSource("ofUsageAlone")
    void shouldCostWhatSoMuchUsageCosts(JsonNode plan, String quantity, String amount) {
        var contract =
                used(plan.get("currency").asText(), RestCasePlan.usage(plan), quantity, quantity.equals("0") ? 0 : 1);

        if (new BigDecimal(amount).signum() == 0) {
            assertThat(contract.invoices()).as("invoices of nothing").isEmpty();
        } else {
            assertThat(amount(explained(contract))).isEqualTo(amount);
        }
    }

    private static String amount(JsonNode explained) {
        assertThat(explained.get("matches").asBoolean()).isTrue();
        return explained.at("/line/amount/amount").asText();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "10, 1", "11, 2"})
    void shouldPlayLa026(String quantity, int events) throws IOException {
        var terms = Map.of(
                "model",
                "USAGE",
                "metric",
                RestCase.METRIC,
                "rating",
                "GRADUATED",
                "tiers",
                List.of(tier("10", "10.00", "2.00"), tier("20", "5.00", "3.00"), tier(null, "5.00", "3.00")));

        assertThat(amount(month(terms, quantity, events)))
                .isEqualTo(expected("LA-026").at("/0/by_quantity/" + quantity).asText());
    }

    @Test
    void shouldPlayLa029() throws IOException {
        var terms = Map.of(
                "model",
                "PERCENTAGE",
                "metric",
                RestCase.METRIC,
                "percent",
                "1.3",
                "feePerEvent",
                "2.00",
                "freeEvents",
                2,
                "freeAmount",
                "250");

        assertThat(amount(month(terms, "800", 4)))
                .isEqualTo(expected("LA-029").at("/0/total").asText());
    }

    @Test
    void shouldPlayOm004() throws IOException {
        var terms = Map.of(
                "model",
                "USAGE",
                "metric",
                RestCase.METRIC,
                "rating",
                "GRADUATED",
                "tiers",
                List.of(
                        tier("5", "0.00", "100.00"),
                        tier("10", "0.00", "50.00"),
                        tier("15", "5.00", "0.00"),
                        tier(null, "1.00", "0.00")));

        var explained = month(terms, "22", 1);

        assertThat(amount(explained))
                .isEqualTo(expected("OM-004").at("/0/total").asText());
        assertThat(explained
                        .at("/explanation/steps")
                        .valueStream()
                        .map(step -> new BigDecimal(step.get("amount").asText()).setScale(2))
                        .map(BigDecimal::toPlainString))
                .containsExactlyElementsOf(expected("OM-004")
                        .at("/0/lines")
                        .valueStream()
                        .map(line -> line.get("amount").asText())
                        .toList());
    }

    /** Four lines of other rates, one of them none, and one coupon over all of them. */
    @Test
    void shouldPlayLa033() throws IOException {
        var shop = Shop.at("2023-01-01T10:00:00Z");
        for (var rate : Map.of("ten", "10", "none", "0", "twenty", "20").entrySet()) {
            shop.as("billing")
                    .body(Map.of(
                            "code", rate.getKey(),
                            "name", rate.getKey(),
                            "percent", rate.getValue(),
                            "validFrom", "2000-01-01"))
                    .post("/tax-rates")
                    .then()
                    .statusCode(201);
        }
        shop.as("billing")
                .body(Map.of("code", "TEN", "name", "Ten off", "duration", "ONCE", "amount", Buyer.eur("10.00")))
                .post("/coupons")
                .then()
                .statusCode(201);
        var buyer = Buyer.of(shop, Map.of());
        shop.as("sales")
                .body(Map.of("code", "TEN"))
                .post("/accounts/" + buyer.id + "/coupons")
                .then()
                .statusCode(201);
        buyer.charge("100.00", Map.of("taxCode", "ten"));
        buyer.charge("50.00", Map.of("taxCode", "none"));
        buyer.charge("30.00", Map.of("taxCode", "twenty"));
        buyer.charge("20.00", Map.of("taxCode", "twenty"));

        var invoice = Contract.read(buyer.read(buyer.invoice()));

        var wanted = expected("LA-033").get(0);
        for (var figure : List.of("subtotal", "discount", "tax", "total")) {
            assertThat(invoice.at("/" + figure + "/amount").asText())
                    .as(figure)
                    .isEqualTo(wanted.get(figure).asText());
        }
        for (var line : wanted.get("lines")) {
            var amount = line.get("amount").asText();
            var billed = invoice.get("lines")
                    .valueStream()
                    .filter(each -> each.at("/amount/amount").asText().equals(amount))
                    .findFirst()
                    .orElseThrow();
            assertThat(billed.at("/discount/amount").asText())
                    .isEqualTo(line.get("discount").asText());
            assertThat(billed.at("/tax/amount").asText())
                    .isEqualTo(line.get("tax").asText());
        }
    }

    @Test
    void shouldPlaySm001() throws IOException {
        var shop = Shop.at("2024-03-31T10:00:00Z");
        var minimum = Map.of("amount", Buyer.eur("0.50"), "ageCapDays", 90, "policy", "COLLECT");
        var buyer = Buyer.atOnce(shop, Metering.utc(Map.of("minimum", minimum)));
        buyer.charge("0.30");
        // Carried forward by the run of the same day.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> buyer.charges().getFirst().get("waitsFor") instanceof Map<?, ?> waits
                        && waits.containsKey("since"));
        shop.moveClock("2024-04-30T10:00:00Z").statusCode(200);
        assertThat(buyer.invoices()).isEmpty();
        assertThat(buyer.charges().getFirst())
                .extracting("waitsFor")
                .extracting("cause")
                .isEqualTo("BELOW_MINIMUM");

        buyer.charge("4.50");
        shop.moveClock("2024-04-30T11:00:00Z").statusCode(200);

        var invoice =
                Contract.read(buyer.read(buyer.invoices().getFirst().get("id").toString()));
        assertThat(invoice.at("/total/amount").asText())
                .isEqualTo(expected("SM-001").at("/1/amount_due").asText());
        assertThat(invoice.get("lines").valueStream().filter(line -> line.has("carriedForwardSince")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.at("/amount/amount").asText()).isEqualTo("0.30");
                    assertThat(line.get("carriedForwardSince").asText()).isEqualTo("2024-03-31");
                });
    }

    @Test
    void shouldPlayKb037() throws IOException {
        var shop = Shop.at("2015-05-15T10:00:00Z");
        var catalog = Catalog.of(shop, "USD");
        var contract = catalog.sign(
                catalog.account(),
                catalog.plan("249.95", Map.of("trialDays", 30)),
                Map.of("anchor", Map.of("rule", "BILLING_DAY", "day", 14)));
        shop.moveClock("2015-06-14T10:00:00Z").statusCode(200);
        assertThat(contract.lines()).containsExactly("2015-06-14 RECURRING 2015-06-14..2015-07-14 249.95");

        shop.as("billing")
                .body(Map.of("amount", catalog.money("300.00"), "reason", "Sorry"))
                .post("/accounts/" + contract.account() + "/credits")
                .then()
                .statusCode(201);

        assertThat(contract.lastInvoice().get("status").asText()).isEqualTo("PAID");
        assertThat(contract.balance()).isEqualTo("50.05");
        shop.moveClock("2015-07-14T10:00:00Z").statusCode(200);
        var wanted = expected("KB-037").get(1);
        assertThat(contract.lines("2015-07-14")).containsExactly("RECURRING 2015-07-14..2015-08-14 249.95");
        assertThat("-" + contract.lastInvoice().at("/balanceUsed/amount").asText())
                .isEqualTo(wanted.at("/lines/1/amount").asText());
        assertThat(contract.lastInvoice().at("/due/amount").asText())
                .isEqualTo(wanted.get("total").asText());
    }
}
