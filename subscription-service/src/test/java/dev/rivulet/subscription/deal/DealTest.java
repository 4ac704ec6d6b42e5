package dev.rivulet.subscription.deal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DealTest {

    private Shop shop;
    private SalesDesk desk;
    private UUID plan;
    private UUID proposition;

    @BeforeEach
    void somethingToSell() {
        shop = Shop.at("2026-03-02T10:00:00Z");
        desk = new SalesDesk(shop);
        plan = shop.plan("49.00");
        proposition = shop.proposition();
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldTurnAProspectIntoACustomer() {
        var other = shop.plan("10.00");
        var body = desk.deal(proposition, plan, other);
        body.put(
                "prospect",
                Map.of(
                        "name",
                        "Northwind",
                        "zone",
                        "Europe/Lisbon",
                        "contact",
                        "Anna Berger",
                        "email",
                        "anna@n.example"));
        body.put(
                "lines",
                List.of(
                        Map.of("planId", plan, "seats", 25, "startsOn", "2026-04-01"),
                        Map.of("planId", other, "seats", 3)));
        var deal = desk.open(body);
        desk.read(deal)
                .header("ETag", "\"0\"")
                .body("stage", equalTo("QUALIFIED"))
                .body("customerName", equalTo("Northwind"))
                .body("email", equalTo("anna@n.example"))
                .body("owner", equalTo("sales@" + shop.tenant))
                .body("propositionVersion", equalTo(3))
                .body("benefit.target", equalTo("70"))
                .body("accountId", nullValue())
                .body("subscriptionIds", hasSize(0));

        var quote = Shop.id(desk.quote(deal, "2026-03-31")
                .statusCode(201)
                .body("total", equalTo(SalesDesk.money("59.00")))
                .body("current", equalTo(true))
                .body("lines.planVersion", contains(1, 1))
                .body("lines.amount.amount", contains("49.00", "10.00")));
        desk.steps(deal, "proposals", "negotiations", "contractings");
        // What was quoted holds, whatever the catalog does in the meantime.
        shop.publishPlan(plan, 2, "PUBLISHED", "99.00", "EUR", 0);
        shop.publishPlan(other, 2, "RETIRED", "10.00", "EUR", 0);
        shop.publishProposition(proposition, shop.product, 2, "RETIRED");
        await().atMost(60, SECONDS)
                .until(() -> shop.as("sales").get("/offers/" + other).statusCode() == 404
                        && "99.00"
                                .equals(shop.as("sales").get("/offers/" + plan).path("price.amount")));

        var won = desk.step(deal, "wins")
                .statusCode(200)
                .body("stage", equalTo("WON"))
                .body("quoteId", equalTo(quote.toString()))
                .body("subscriptionIds", hasSize(2));

        String account = won.extract().path("accountId");
        List<String> subscriptions = won.extract().path("subscriptionIds");
        shop.as("sales")
                .get("/accounts/" + account)
                .then()
                .body("name", equalTo("Northwind"))
                .body("zone", equalTo("Europe/Lisbon"))
                .body("currency", equalTo("EUR"))
                .body("email", equalTo("anna@n.example"));
        shop.subscription(UUID.fromString(subscriptions.getFirst()))
                .body("accountId", equalTo(account))
                .body("price.amount", equalTo("49.00"))
                .body("planVersion", equalTo(1))
                .body("seats", equalTo(25))
                .body("propositionVersion", equalTo(3))
                .body("benefit.metric", equalTo("soft-skills-score"))
                .body("startDate", equalTo("2026-04-01"));
        shop.subscription(UUID.fromString(subscriptions.getLast()))
                .body("price.amount", equalTo("10.00"))
                .body("seats", equalTo(3))
                .body("startDate", equalTo("2026-03-02"));
        desk.read(deal)
                .body("subscriptionIds", equalTo(subscriptions))
                .body("closedAt", equalTo("2026-03-02T10:00:00Z"));
    }

    /** Every step from every stage: what does not follow is refused and changes nothing. */
    @ParameterizedTest
    @CsvSource({
        "'', proposals losses",
        "proposals, negotiations losses",
        "proposals negotiations, contractings losses",
        "proposals negotiations contractings, wins losses",
        "proposals negotiations contractings wins, none",
        "losses, none"
    })
    void shouldTakeOneStepAfterTheOther(String done, String possible) {
        var deal = desk.open(desk.deal(proposition, plan));
        desk.quote(deal, "2026-12-31").statusCode(201);
        if (!done.isEmpty()) {
            desk.steps(deal, done.split(" "));
        }
        var etag = desk.etag("/deals/" + deal);

        for (var step : List.of("proposals", "negotiations", "contractings", "wins", "losses")) {
            if (!List.of(possible.split(" ")).contains(step)) {
                desk.step(deal, step).statusCode(409).body("code", equalTo("deal-stage"));
            }
        }
        assertThat(desk.etag("/deals/" + deal)).isEqualTo(etag);
        var next = possible.split(" ")[0];
        if (!next.equals("none")) {
            desk.step(deal, next).statusCode(200);
        }
    }

    @Test
    void shouldNeedAQuoteAndAPromiseToPropose() {
        var deal = desk.open(desk.deal());
        desk.step(deal, "proposals").statusCode(409).body("code", equalTo("quote-missing"));
        desk.quote(deal, "2026-03-31").statusCode(409).body("code", equalTo("deal-without-lines"));
        change(deal, Map.of("lines", List.of(Map.of("planId", plan, "seats", 2))))
                .statusCode(200);
        for (var day : List.of("2026-03-01", "2027-03-03")) {
            desk.quote(deal, day).statusCode(422).body("code", equalTo("valid-until-range"));
        }
        var first = Shop.id(desk.quote(deal, "2026-03-10").statusCode(201));
        desk.step(deal, "proposals").statusCode(409).body("code", equalTo("proposition-missing"));
        change(deal, Map.of("propositionId", proposition))
                .statusCode(200)
                .body("propositionVersion", equalTo(3))
                .body("quoteId", equalTo(first.toString()));

        // Other lines need another quote; the old one stays on record.
        change(deal, Map.of("lines", List.of(Map.of("planId", plan, "seats", 3))))
                .statusCode(200)
                .body("quoteId", nullValue());
        desk.step(deal, "proposals").statusCode(409).body("code", equalTo("quote-missing"));
        var second = Shop.id(desk.quote(deal, "2026-03-10").statusCode(201));
        shop.as("sales")
                .get("/deals/" + deal + "/quotes")
                .then()
                .statusCode(200)
                .body("items.id", contains(first.toString(), second.toString()))
                .body("items.current", contains(false, true));
        shop.as("ops")
                .get("/deals/" + deal + "/quotes/" + first)
                .then()
                .statusCode(200)
                .body("lines[0].seats", equalTo(2));

        // Valid to the end of its last day in the customer's zone.
        shop.moveClock("2026-03-10T22:59:59Z").statusCode(200);
        desk.step(deal, "proposals").statusCode(200);
        desk.step(deal, "negotiations").statusCode(200);
        shop.moveClock("2026-03-10T23:00:00Z").statusCode(200);
        desk.step(deal, "contractings").statusCode(409).body("code", equalTo("quote-expired"));
        desk.quote(deal, "2026-03-31").statusCode(201);
        desk.step(deal, "contractings").statusCode(200);
    }

    @Test
    void shouldWinAllOrNothing() {
        var body = desk.deal(proposition, plan);
        body.put(
                "lines",
                List.of(
                        Map.of("planId", plan, "seats", 25),
                        Map.of("planId", plan, "seats", 1, "startsOn", "2030-01-01")));
        var deal = desk.open(body);
        desk.quote(deal, "2026-03-31").statusCode(201);
        desk.steps(deal, "proposals", "negotiations", "contractings");

        desk.step(deal, "wins").statusCode(422).body("code", equalTo("start-date-range"));

        desk.read(deal).body("stage", equalTo("CONTRACTING")).body("accountId", nullValue());
        shop.as("sales").get("/accounts").then().body("items", hasSize(0));
        shop.as("sales").get("/subscriptions").then().body("items", hasSize(0));
    }

    @Test
    void shouldWinOnceWhenManyWinAtOnce() throws Exception {
        var deal = desk.open(desk.deal(proposition, plan));
        desk.quote(deal, "2026-03-31").statusCode(201);
        desk.steps(deal, "proposals", "negotiations", "contractings");
        var etag = desk.etag("/deals/" + deal);

        Callable<Integer> win = () -> desk.step(deal, "wins", etag).extract().statusCode();
        var answers = SalesDesk.atOnce(IntStream.range(0, 6).mapToObj(i -> win).toList());

        assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412);
        shop.as("sales").get("/subscriptions").then().body("items", hasSize(1));
        shop.as("sales").get("/accounts").then().body("items", hasSize(1));
    }

    @Test
    void shouldSellToAnExistingCustomer() {
        var account = shop.account("Asia/Tokyo", "EUR");
        var body = desk.deal(proposition, plan);
        body.remove("prospect");
        body.put("accountId", account);
        body.put("owner", "mila.horn@acme.example");

        desk.won(body, "2026-03-31")
                .body("accountId", equalTo(account.toString()))
                .body("customerName", equalTo("Northwind"))
                .body("owner", equalTo("mila.horn@acme.example"));
        shop.as("sales").get("/accounts").then().body("items", hasSize(1));
    }

    @Test
    void shouldSayWhyItWasLostAndStayLost() {
        var deal = desk.open(desk.deal());
        shop.as("sales")
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "MOOD"))
                .post("/deals/" + deal + "/losses")
                .then()
                .statusCode(400);

        desk.step(deal, "losses")
                .statusCode(200)
                .body("stage", equalTo("LOST"))
                .body("lossReason", equalTo("PRICE"))
                .body("lossNote", equalTo("Twice the competitor's"));
        change(deal, Map.of("owner", "nobody")).statusCode(409).body("code", equalTo("deal-decided"));
        desk.quote(deal, "2026-03-31").statusCode(409).body("code", equalTo("deal-decided"));
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        refused("accountId", UUID.randomUUID(), 400, "customer-choice");
        refused("prospect", null, 400, "customer-choice");
        refused("prospect", Map.of("name", "N", "zone", "+02:00"), 400, "validation-failed");
        refused("productId", UUID.randomUUID(), 422, "product-not-offered");
        refused("propositionId", UUID.randomUUID(), 422, "proposition-not-approved");
        refused("propositionId", shop.proposition(UUID.randomUUID()), 422, "proposition-of-another-product");
        refused("expectedAmount", SalesDesk.money("-0.01"), 400, "amount-negative");
        refused("registrationId", UUID.randomUUID(), 422, "registration-not-approved");
        refused("lines", List.of(Map.of("planId", UUID.randomUUID(), "seats", 1)), 422, "plan-not-published");
        refused("lines", List.of(Map.of("planId", plan, "seats", 0)), 400, "validation-failed");
        var unknown = desk.deal();
        unknown.remove("prospect");
        unknown.put("accountId", UUID.randomUUID());
        desk.tryOpen(unknown).statusCode(422).body("code", equalTo("account-unknown"));
        unknown.put("accountId", shop.account("Asia/Tokyo", "JPY"));
        desk.tryOpen(unknown).statusCode(422).body("code", equalTo("currency-mismatch"));

        var deal = desk.open(desk.deal(proposition, shop.plan("49.00", "USD", 0)));
        desk.quote(deal, "2026-03-31").statusCode(409).body("code", equalTo("quote-currency"));
        desk.step(deal, "losses", "\"7\"").statusCode(412);
        shop.as("sales").get("/deals").then().body("items", hasSize(1));
    }

    /** What was negotiated is quoted, and what was quoted is signed. */
    @Test
    void shouldQuoteAndSignWhatWasNegotiated() {
        var body = desk.deal(proposition, plan);
        body.put(
                "lines",
                List.of(Map.of("planId", plan, "seats", 1, "prices", Map.of("base", SalesDesk.money("35.50")))));
        var deal = desk.open(body);

        desk.quote(deal, "2026-03-31").statusCode(201).body("total.amount", equalTo("35.50"));
        desk.steps(deal, "proposals", "negotiations", "contractings");
        String signed = desk.step(deal, "wins").statusCode(200).extract().path("subscriptionIds[0]");

        shop.subscription(UUID.fromString(signed)).body("price.amount", equalTo("35.50"));
        body.put(
                "lines",
                List.of(Map.of("planId", plan, "seats", 1, "prices", Map.of("seat", SalesDesk.money("1.00")))));
        body.putAll(Map.of("prospect", Map.of("name", "Southwind", "zone", "Europe/Berlin")));
        desk.quote(desk.open(body), "2026-03-31").statusCode(409).body("code", equalTo("component-unknown"));
    }

    /** What a partner sells is at the prices of its channel and tier, when it is quoted and ever after. */
    @Test
    void shouldQuoteAndSignAtThePricesOfThePartner() {
        var book = UUID.randomUUID();
        shop.send(
                Shop.PRICE_BOOKS,
                "dev.rivulet.catalog.price-book.changed.v1",
                book,
                0,
                Map.of(
                        "id",
                        book,
                        "key",
                        "gold",
                        "status",
                        "IN_USE",
                        "zone",
                        "UTC",
                        "channel",
                        "PARTNER",
                        "partnerTier",
                        "gold",
                        "adjustments",
                        List.of()));
        var priced = UUID.randomUUID();
        shop.send(
                Shop.PRICES,
                "dev.rivulet.catalog.price.changed.v1",
                priced,
                0,
                Map.of(
                        "id",
                        priced,
                        "planId",
                        plan,
                        "productId",
                        shop.product,
                        "priceBookId",
                        book,
                        "component",
                        "base",
                        "currency",
                        "EUR",
                        "terms",
                        Map.of("model", "FLAT", "amount", "41.00"),
                        "validFrom",
                        "2026-01-01"));
        await().atMost(60, SECONDS)
                .until(() -> "41.00"
                        .equals(shop.as("sales")
                                .get("/offers/" + plan + "?channel=PARTNER&partnerTier=gold")
                                .path("pricing.components[0].terms.amount")));
        var partner = desk.partner("gold");
        var body = desk.deal(proposition, plan);
        body.put("prospect", Map.of("name", "Eastwind", "zone", "Europe/Berlin"));
        body.put("registrationId", desk.approved(partner, "Eastwind"));

        var won = desk.won(body, "2026-03-31");

        UUID subscription = UUID.fromString(won.extract().path("subscriptionIds[0]"));
        shop.subscription(subscription).body("price.amount", equalTo("41.00"));
        assertThat(Sql.column("SELECT channel || ' ' || partner_tier FROM subscription WHERE id = ?", subscription))
                .containsExactly("PARTNER gold");
    }

    @Test
    void shouldReplayTheAnswerForOneKey() {
        var body = desk.deal();
        var first = shop.as("sales").header("Idempotency-Key", "k").body(body).post("/deals");
        var second = shop.as("sales").header("Idempotency-Key", "k").body(body).post("/deals");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
    }

    private void refused(String property, Object value, int status, String code) {
        var body = desk.deal();
        body.put(property, value);
        desk.tryOpen(body).statusCode(status).body("code", equalTo(code));
    }

    private ValidatableResponse change(UUID deal, Map<String, Object> patch) {
        return shop.as("sales")
                .contentType("application/merge-patch+json")
                .header("If-Match", desk.etag("/deals/" + deal))
                .body(patch)
                .patch("/deals/" + deal)
                .then();
    }
}
