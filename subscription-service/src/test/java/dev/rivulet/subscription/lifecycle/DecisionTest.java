package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each decision: who may take it, on what it was taken, and that only one of two at once is. */
@QuarkusTest
class DecisionTest {

    private static final List<String> COMMANDS = List.of(
            "plan-changes",
            "seat-changes",
            "pauses",
            "resumptions",
            "cancellations",
            "billing-anchors",
            "reactivations");

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    private static Object body(String command) {
        return switch (command) {
            case "plan-changes" -> Map.of("planId", UUID.randomUUID());
            case "seat-changes" -> Map.of("seats", 7);
            case "cancellations" -> Map.of("effective", "NOW");
            case "billing-anchors" -> Map.of("anchor", Map.of("rule", "BILLING_DAY", "day", 15));
            default -> null;
        };
    }

    @Test
    void shouldAskForTheVersionItWasTakenOn() {
        var contract = catalog.sign(catalog.plan("31.00"));

        for (var command : COMMANDS) {
            contract.tryTo(command, body(command), null).statusCode(428);
            contract.tryTo(command, body(command), "\"7\"").statusCode(412);
            contract.tryTo(command, body(command), "7").statusCode(400).body("code", equalTo("etag-invalid"));
            contract.tryTo(command + "?dryRun=true", body(command), "\"7\"").statusCode(412);
            contract.tryTo(command + "?dryRun=maybe", body(command), "\"0\"").statusCode(400);
        }
        assertThat(contract.etag()).isEqualTo("\"0\"");
        assertThat(contract.changes()).isEmpty();
    }

    @Test
    void shouldBeForTheirTenantAndRolesOnly() {
        var contract = catalog.sign(catalog.plan("31.00"));
        var stranger = new Contract(Shop.live(), contract.account(), contract.id());
        var undoing = "changes/" + UUID.randomUUID() + "/undoings";

        for (var command : COMMANDS) {
            stranger.tryTo(command, body(command), "\"0\"").statusCode(404);
            stranger.tryTo(command + "?dryRun=true", body(command), "\"0\"").statusCode(404);
            for (var role : List.of("success", "billing", "partner", "ops")) {
                shop.as(role)
                        .header("If-Match", "\"0\"")
                        .body("{}")
                        .post("/subscriptions/" + contract.id() + "/" + command)
                        .then()
                        .statusCode(403);
            }
        }
        stranger.tryTo(undoing, null, "\"0\"").statusCode(404);
        contract.tryTo(undoing, null, "\"0\"").statusCode(404);
        shop.as("ops")
                .header("If-Match", "\"0\"")
                .post("/subscriptions/" + contract.id() + "/" + undoing)
                .then()
                .statusCode(403);
        stranger.shop()
                .as("ops")
                .get("/subscriptions/" + contract.id() + "/changes")
                .then()
                .statusCode(404);
        stranger.shop()
                .as("ops")
                .get("/accounts/" + contract.account() + "/forecast")
                .then()
                .statusCode(404);
        shop.as("partner")
                .get("/accounts/" + contract.account() + "/forecast")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldBeRefusedOnceEndedOrEnding() {
        var contract = catalog.sign(catalog.plan("31.00"));
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        var other = catalog.plan("62.00");

        for (var code : List.of("subscription-ending", "subscription-cancelled")) {
            contract.tryTo("plan-changes", Map.of("planId", other))
                    .statusCode(409)
                    .body("code", equalTo(code));
            for (var command : List.of("seat-changes", "pauses", "resumptions", "billing-anchors")) {
                contract.tryTo(command, body(command)).statusCode(409).body("code", equalTo(code));
            }
            contract.tryTo("cancellations", Map.of("effective", "END_OF_PERIOD"))
                    .statusCode(409)
                    .body("code", equalTo(code));
            shop.moveClock("2025-02-01T10:00:00Z");
        }
    }

    @Test
    void shouldShowASigningBeforeItIsDone() {
        var contract =
                catalog.signRehearsed(catalog.account(), catalog.seatPlan("31.00", Map.of()), Map.of("seats", 3));

        assertThat(contract.lastInvoice().at("/total/amount").asText()).isEqualTo("93.00");
    }

    /** With tax, a discount, a balance, days in the past and what waits for the billing day. */
    @Test
    void shouldShowASigningWithAllThatBelongsToIt() {
        shop.tax("19");
        var account = Buyer.atOnce(shop, Metering.utc(Map.of("billingDay", 15))).id;
        shop.discount(account, "10");
        shop.as("billing")
                .body(Map.of("amount", Buyer.eur("10.00"), "reason", "Sorry"))
                .post("/accounts/" + account + "/credits")
                .then()
                .statusCode(201);
        shop.moveClock("2025-01-20T10:00:00Z");
        var plan = catalog.seatPlan("31.00", Map.of());
        var calendar = Map.of("rule", "CALENDAR");

        var backDated =
                catalog.signRehearsed(account, plan, Map.of("seats", 2, "startDate", "2024-12-11", "anchor", calendar));
        var waiting = catalog.signRehearsed(account, plan, Map.of("seats", 2, "anchor", calendar));

        assertThat(backDated.lines())
                .containsExactly(
                        "2025-01-20 RECURRING 2024-12-11..2025-01-01 42.00",
                        "2025-01-20 RECURRING 2025-01-01..2025-02-01 62.00");
        assertThat(waiting.lines()).isEmpty();
        shop.moveClock("2025-02-15T10:00:00Z");
        assertThat(waiting.lines())
                .containsExactly(
                        "2025-02-15 RECURRING 2025-01-20..2025-02-01 24.00",
                        "2025-02-15 RECURRING 2025-02-01..2025-03-01 62.00");
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldShowASigningThatStaysADraft() {
        var account = Buyer.atOnce(shop, Metering.utc(Map.of("graceDays", 3))).id;

        var contract = catalog.signRehearsed(account, catalog.plan("31.00"), Map.of());

        assertThat(contract.lastInvoice().get("status").asText()).isEqualTo("DRAFT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seat-changes", "cancellations", "pauses"})
    void shouldBeTakenOnceWhereTwoComeAtOnce(String command) throws Exception {
        var contract = catalog.sign(catalog.seatPlan("3.10", Map.of()));
        shop.moveClock("2025-01-11T10:00:00Z");
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 4; i++) {
            calls.add(() ->
                    contract.tryTo(command, body(command), "\"0\"").extract().statusCode());
        }

        assertThat(atOnce(calls)).containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(contract.changes()).hasSize(1);
        new Invariants(shop).shouldHold();
    }

    /** Two that would each be good on its own: the later one was decided on what is no more. */
    @ParameterizedTest
    @CsvSource({
        "plan-changes, cancellations",
        "seat-changes, pauses",
        "seat-changes, cancellations",
        "plan-changes, seat-changes",
        "pauses, billing-anchors"
    })
    void shouldTakeOneOfTwoThatDiffer(String one, String other) throws Exception {
        var plan = catalog.seatPlan("3.10", Map.of());
        var larger = catalog.seatPlan("6.20", Map.of());
        shop.moveClock("2025-01-11T10:00:00Z");
        for (var round = 0; round < 4; round++) {
            var contract = catalog.sign(plan);
            var calls = new ArrayList<Callable<Integer>>();
            for (var command : List.of(one, other)) {
                var body = command.equals("plan-changes") ? Map.of("planId", larger) : body(command);
                calls.add(() -> contract.tryTo(command, body, "\"0\"").extract().statusCode());
            }

            assertThat(SalesDesk.atOnce(calls)).containsExactly(200, 412);
            assertThat(contract.changes()).hasSize(1);
            assertThat(contract.etag()).isEqualTo("\"1\"");
        }
        new Invariants(shop).shouldHold();
        shop.moveClock("2025-04-11T10:00:00Z").body("failed", equalTo(0));
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldNotMindTheRunThatBillsTheSamePayer() throws Exception {
        var account = catalog.account();
        var plan = catalog.seatPlan("3.10", Map.of());
        var contract = catalog.sign(account, plan, Map.of("seats", 10));
        var other = catalog.sign(account, plan, Map.of("seats", 1));
        shop.moveClock("2025-01-11T10:00:00Z");

        var answers = atOnce(List.of(
                () -> shop.moveClock("2025-03-01T10:00:00Z").extract().statusCode(),
                () -> contract.tryTo("seat-changes", Map.of("seats", 20), "\"0\"")
                        .extract()
                        .statusCode(),
                () -> other.tryTo("cancellations", Map.of("effective", "NOW"), "\"0\"")
                        .extract()
                        .statusCode()));

        assertThat(answers).containsExactly(200, 200, 200);
        shop.moveClock("2025-06-01T10:00:00Z").body("failed", equalTo(0));
        assertThat(contract.lines("2025-05-01")).containsExactly("RECURRING 2025-05-01..2025-06-01 62.00");
        new Invariants(shop).shouldHold();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var results = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
