package dev.rivulet.subscription.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage that passes its threshold is asked for at once; the period costs what it would have cost in one. */
@QuarkusTest
class UsageThresholdTest {

    private Shop shop;
    private Metering metering;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        metering = Metering.of(shop);
    }

    private void set(String path, Map<String, ?> threshold) {
        shop.as("billing").body(threshold).put(path + "/usage-threshold").then().statusCode(200);
    }

    private static Map<String, Object> amount(String amount) {
        return Map.of("amount", Buyer.eur(amount));
    }

    private static void eventually(Contract contract, String... lines) {
        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(Metering.lines(contract)).containsExactly(lines));
    }

    @Test
    void shouldAskAtOnceAndForTheRestAtTheEnd() {
        var contract = metering.catalog().sign(metering.graduated("9.00", Map.of(), Map.of()));
        var twin = metering.catalog().sign(metering.graduated("9.00", Map.of(), Map.of()));
        set("/accounts/" + contract.account(), amount("50.00"));
        for (var each : List.of(contract, twin)) {
            metering.use(each.account(), "30", "2025-01-01T08:00:00Z");
        }
        assertThat(Metering.lines(contract)).isEmpty();

        shop.moveClock("2025-01-05T10:00:00Z").statusCode(200);
        for (var each : List.of(contract, twin)) {
            metering.use(each.account(), "60", "2025-01-05T08:00:00Z");
        }
        eventually(contract, "2025-01-05 USAGE_SO_FAR 90 90.00");

        // It counts from there: 10 × 1.00 and 79 × 0.50 more are 49.50.
        shop.moveClock("2025-01-20T10:00:00Z").statusCode(200);
        for (var each : List.of(contract, twin)) {
            metering.use(each.account(), "89", "2025-01-19T08:00:00Z");
        }
        assertThat(Metering.lines(contract)).hasSize(1);
        for (var each : List.of(contract, twin)) {
            metering.use(each.account(), "1", "2025-01-18T08:00:00Z");
        }
        eventually(contract, "2025-01-05 USAGE_SO_FAR 90 90.00", "2025-01-20 USAGE_SO_FAR 180 50.00");

        for (var each : List.of(contract, twin)) {
            metering.use(each.account(), "3.01", "2025-01-20T08:00:00Z");
        }
        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);
        assertThat(Metering.lines(contract).getLast()).isEqualTo("2025-02-01 USAGE 183.01 1.51");
        assertThat(Metering.lines(twin)).containsExactly("2025-02-01 USAGE 183.01 141.51");
        assertThat(Metering.sum(contract)).isEqualByComparingTo(Metering.sum(twin));
        var last = contract.lastInvoice();
        var position = last.get("lines")
                .valueStream()
                .filter(line -> line.get("kind").asText().equals("USAGE"))
                .findFirst()
                .orElseThrow()
                .get("position");
        shop.as("ops")
                .get("/invoices/" + last.get("id").asText() + "/lines/" + position + "/explanation")
                .then()
                .statusCode(200)
                .body("matches", equalTo(true))
                .body("explanation.already.amount", equalTo("140.00"))
                .body("explanation.steps.size()", equalTo(2));

        // Late usage starts from all of it.
        for (var each : List.of(contract, twin)) {
            metering.use(each.account(), "10", "2025-01-31T08:00:00Z");
        }
        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);
        assertThat(Metering.lines(contract)).contains("2025-03-01 USAGE_ADJUSTMENT 193.01 5.00");
        assertThat(Metering.sum(contract)).isEqualByComparingTo(Metering.sum(twin));
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldAskByTheQuantityOfASubscriptionBeforeItsAccounts() {
        var contract = metering.catalog().sign(metering.graduated("9.00", Map.of(), Map.of()));
        metering.use(contract.account(), "30", "2025-01-01T08:00:00Z");
        set("/accounts/" + contract.account(), amount("1000.00"));

        // It has been passed when it is set.
        set("/subscriptions/" + contract.id(), Map.of("metric", "calls", "quantity", "25"));
        assertThat(Metering.lines(contract)).containsExactly("2025-01-01 USAGE_SO_FAR 30 30.00");
        metering.use(contract.account(), "24", "2025-01-01T09:00:00Z");
        metering.use(contract.account(), "1", "2025-01-01T09:30:00Z");
        eventually(contract, "2025-01-01 USAGE_SO_FAR 30 30.00", "2025-01-01 USAGE_SO_FAR 55 25.00");

        shop.as("billing")
                .delete("/subscriptions/" + contract.id() + "/usage-threshold")
                .then()
                .statusCode(204);
        metering.use(contract.account(), "100", "2025-01-01T09:45:00Z");
        shop.moveClock("2025-02-01T00:00:00Z").statusCode(200);
        assertThat(Metering.lines(contract)).hasSize(3).last().isEqualTo("2025-02-01 USAGE 155 72.50");
    }

    /** What becomes of the subscription after something was asked for; in the end it has cost what a twin's has. */
    @ParameterizedTest
    @CsvSource({
        "plan-changes, NOW",
        "plan-changes, END_OF_PERIOD",
        "pauses, ",
        "cancellations, NOW",
        "cancellations, END_OF_PERIOD",
        "cancellations, START_OF_PERIOD",
        "cancellations, FULL"
    })
    void shouldCostTheSameWhateverIsDecided(String command, String how) {
        var contract = metering.catalog().sign(metering.graduated("31.00", Map.of(), Map.of()));
        var twin = metering.catalog().sign(metering.graduated("31.00", Map.of(), Map.of()));
        var other = metering.graduated("310.00", Map.of(), Map.of());
        set("/subscriptions/" + contract.id(), amount("40.00"));
        shop.moveClock("2025-01-10T10:00:00Z").statusCode(200);
        for (var each : List.of(contract, twin)) {
            metering.use(each.account(), "70", "2025-01-09T08:00:00Z");
        }
        // Two charges for days that begin on the same one: both may have to be given back.
        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertThat(Metering.lines(contract)).anyMatch(line -> line.contains("USAGE_SO_FAR 70 ")));
        for (var each : List.of(contract, twin)) {
            metering.use(each.account(), "90", "2025-01-10T08:00:00Z");
        }
        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() ->
                        assertThat(Metering.lines(contract)).anyMatch(line -> line.contains("USAGE_SO_FAR 160 ")));

        Map<String, ?> body = switch (command) {
            case "plan-changes" -> Map.of("planId", other, "when", how);
            case "cancellations" ->
                how.equals("FULL") ? Map.of("effective", "NOW", "credit", "FULL") : Map.of("effective", how);
            default -> Map.of();
        };
        // What a decision leaves to ask for is looked at now and then, and must not come into a rehearsal.
        var threshold = "/subscriptions/" + contract.id();
        shop.as("billing").delete(threshold + "/usage-threshold").then().statusCode(204);
        contract.decide(command, body);
        twin.decide(command, body);
        set(threshold, amount("40.00"));
        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);

        assertThat(Metering.sum(contract)).isEqualByComparingTo(Metering.sum(twin));
        new Invariants(shop).shouldHold();
    }

    /** Whoever voids what was asked for of usage wants it never to be paid: not at once, not at the end, not by late usage. */
    @ParameterizedTest
    @CsvSource({"voids, 16.00 5.00", "rebills, 16.00 5.00"})
    void shouldNotAskAgainForVoidUsage(String command, String later) {
        var contract = metering.catalog().sign(metering.graduated("9.00", Map.of(), Map.of()));
        set("/accounts/" + contract.account(), amount("50.00"));
        metering.use(contract.account(), "90", "2025-01-01T08:00:00Z");
        eventually(contract, "2025-01-01 USAGE_SO_FAR 90 90.00");
        var buyer = "/invoices/" + contract.lastInvoice().get("id").asText();
        shop.as("billing")
                .header("If-Match", shop.as("billing").get(buyer).header("ETag"))
                .body(Map.of("reason", "A gift"))
                .post(buyer + "/" + command)
                .then()
                .statusCode(command.equals("voids") ? 200 : 201);
        var before = Metering.lines(contract);

        // 10 × 1.00 and 12 × 0.50 are less than the threshold.
        shop.moveClock("2025-01-05T10:00:00Z").statusCode(200);
        metering.use(contract.account(), "22", "2025-01-05T08:00:00Z");
        shop.moveClock("2025-02-01T10:00:00Z").statusCode(200);
        metering.use(contract.account(), "10", "2025-01-31T08:00:00Z");
        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);

        assertThat(Metering.lines(contract).stream()
                        .skip(before.size())
                        .map(line -> line.replaceFirst(".* ", ""))
                        .filter(amount -> !amount.equals("0.00")))
                .containsExactly(later.split(" "));
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldNotWaitForTheBillingDayButForTheMinimum() {
        var buyer = Buyer.atOnce(
                shop,
                Metering.utc(Map.of(
                        "billingDay",
                        20,
                        "minimum",
                        Map.of("amount", Buyer.eur("60.00"), "ageCapDays", 90, "policy", "COLLECT"))));
        var plan = metering.graduated("0.00", Map.of(), Map.of());
        var contract = metering.catalog().sign(buyer.id, plan, Map.of());
        set("/accounts/" + buyer.id, amount("20.00"));

        metering.use(buyer.id, "30", "2025-01-01T08:00:00Z");
        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(buyer.charges().stream()
                                .filter(charge -> charge.get("reason").equals("USAGE_SO_FAR"))
                                .map(charge -> charge.get("status")))
                        .containsExactly("PENDING"));
        metering.use(buyer.id, "30", "2025-01-01T09:00:00Z");

        eventually(contract, "2025-01-01 USAGE_SO_FAR 30 30.00", "2025-01-01 USAGE_SO_FAR 60 30.00");
        buyer.booksAgree();
    }

    @Test
    void shouldShowWhatIsSetAndToNobodyElse() {
        var contract = metering.catalog().sign(metering.graduated("9.00", Map.of(), Map.of()));
        var account = "/accounts/" + contract.account() + "/usage-threshold";
        var subscription = "/subscriptions/" + contract.id() + "/usage-threshold";
        shop.as("ops").get(account).then().statusCode(404);
        set("/subscriptions/" + contract.id(), Map.of("metric", "calls", "quantity", "1000.50"));

        shop.as("ops")
                .get(subscription)
                .then()
                .statusCode(200)
                .body("quantity", equalTo("1000.5"))
                .body("metric", equalTo("calls"))
                .body("accountId", equalTo(contract.account().toString()));
        shop.as("ops").get(account).then().statusCode(404);
        var stranger = Shop.live();
        stranger.as("ops").get(subscription).then().statusCode(404);
        stranger.as("billing").body(amount("1.00")).put(subscription).then().statusCode(404);
        stranger.as("billing").body(amount("1.00")).put(account).then().statusCode(404);
        stranger.as("billing").delete(account).then().statusCode(404);
        shop.as("billing")
                .body(amount("1.00"))
                .put("/accounts/" + UUID.randomUUID() + "/usage-threshold")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | value-missing | /amount",
                "{\"amount\":{\"amount\":\"0.00\",\"currency\":\"EUR\"}} | 400 | amount-not-positive | /amount/amount",
                "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}} | 422 | currency-mismatch | /amount/currency",
                "{\"metric\":\"calls\"} | 400 | value-missing | /quantity",
                "{\"quantity\":\"5\"} | 400 | value-missing | /metric",
                "{\"metric\":\"calls\",\"quantity\":\"0\"} | 400 | quantity-range | /quantity",
                "{\"metric\":\"calls\",\"quantity\":\"much\"} | 400 | decimal-format | /quantity"
            })
    void shouldRefuseWhatIsNoThreshold(String body, int status, String code, String pointer) {
        shop.as("billing")
                .body(body)
                .put("/accounts/" + shop.account() + "/usage-threshold")
                .then()
                .statusCode(status)
                .body("errors.code", hasItem(code))
                .body("errors.pointer", hasItem(pointer));
    }
}
