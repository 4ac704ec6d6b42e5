package dev.rivulet.subscription.lifecycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Listener;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.usage.Meter;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Whatever is decided when, the books are whole. More lives by {@code -Drivulet.lives=2000}, others by a seed. */
@QuarkusTest
class RandomLivesTest {

    private static final int LIVES_OF_A_SHOP = 25;
    private static final int STEPS = 8;

    /** A refusal is an answer; anything else is not. */
    private static final Set<Integer> ANSWERS = Set.of(200, 201, 409, 422);

    /** Nobody gets back more than was asked for. */
    private static final String GIVEN_BACK_TOO_MUCH = """
            SELECT c.id || ' ' || c.component || ' ' || c.period_start || ' ' || c.amount_minor || ' ' || sum(k.amount_minor)
            FROM charge c JOIN charge k ON (k.tenant_id, k.credit_of) = (c.tenant_id, c.id) AND k.status <> 'VOID'
            WHERE c.tenant_id = ? AND c.amount_minor > 0 GROUP BY c.tenant_id, c.id
            HAVING c.amount_minor + sum(k.amount_minor) < 0""";

    /** Nor more of a discount and of a tax than there was, and all of both with all of the amount. */
    private static final String GIVEN_BACK_IN_PARTS = """
            SELECT c.id || ' ' || c.component || ' ' || c.amount_minor || ' ' || c.discount_minor || ' ' || c.tax_minor
              || ': ' || string_agg(concat_ws(' ', k.amount_minor, k.discount_minor, k.tax_minor), ', ')
            FROM charge c JOIN charge k ON (k.tenant_id, k.credit_of) = (c.tenant_id, c.id) AND k.status = 'INVOICED'
            WHERE c.tenant_id = ? AND c.status = 'INVOICED' AND c.amount_minor > 0 GROUP BY c.tenant_id, c.id
            HAVING NOT coalesce(bool_or(k.invoice_id = c.invoice_id), false)
              AND (c.discount_minor + sum(k.discount_minor) < 0 OR c.tax_minor + sum(k.tax_minor) < 0
                OR c.amount_minor + sum(k.amount_minor) = 0
                  AND (c.discount_minor + sum(k.discount_minor), c.tax_minor + sum(k.tax_minor)) <> (0, 0))""";

    /** No coupon takes more off than there is; the rest is taxed, rounded for all lines of a document together. */
    private static final String CHARGED_WRONGLY = """
            SELECT id || ' ' || component || ' ' || amount_minor || ' ' || discount_minor || ' ' || tax_minor FROM charge
            WHERE tenant_id = ? AND status = 'INVOICED' AND credit_of IS NULL
              AND (discount_minor NOT BETWEEN 0 AND greatest(amount_minor, 0) OR tax_percent IS DISTINCT FROM 19
                OR abs(tax_minor - (amount_minor - discount_minor) * 0.19) >= 1.5)""";

    private static final List<String> COUPONS = List.of("TENTH", "FIVER", "HALF");

    private final long seed = Long.getLong("rivulet.lives.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> story = new ArrayList<>();

    @Test
    void shouldKeepTheBooksWhole() {
        System.out.println("-Drivulet.lives.seed=" + seed);
        var lives = Integer.getInteger("rivulet.lives", 60);
        for (var i = 0; i < lives; i += LIVES_OF_A_SHOP) {
            live(Math.min(LIVES_OF_A_SHOP, lives - i));
        }
    }

    private void live(int lives) {
        story.clear();
        var day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
        var shop = Shop.at(day + "T12:00:00Z");
        var listener = Listener.to(shop);
        var catalog = Catalog.of(shop);
        var metering = new Metering(catalog);
        shop.tax("19");
        coupons(shop);
        var plans = List.of(
                catalog.plan("31.00"),
                catalog.seatPlan("7.77", Map.of("trialDays", random.nextInt(20))),
                catalog.plan("99.99", Map.of("billing", "IN_ARREARS")),
                catalog.plan("366.00", Map.of("period", "YEAR")),
                catalog.plan(
                        "90.10",
                        Map.of(
                                "period",
                                "QUARTER",
                                "phases",
                                List.of(Map.of("months", 2, "price", catalog.money("11.11"))))),
                metering.graduated("5.00", Map.of(), Map.of()),
                metering.tiered("VOLUME", "0.00", Map.of("billing", "IN_ARREARS"), Map.of()));
        var addOns = List.of(
                catalog.plan("12.40", Map.of("addOnOf", plans.getFirst())),
                catalog.plan("3.10", Map.of("addOnOf", plans.getFirst(), "trialDays", random.nextInt(20))));
        var choice = new ArrayList<>(plans);
        choice.addAll(addOns);
        var zones = List.of("UTC", "America/New_York", "Asia/Tokyo", "Europe/Berlin");
        var contracts = new ArrayList<Contract>();
        for (var i = 0; i < lives; i++) {
            // Some share a payer, so that their charges meet on its invoices.
            var account = i % 5 == 4
                    ? contracts.getLast().account()
                    : shop.account(zones.get(random.nextInt(zones.size())), "EUR");
            contracts.add(catalog.sign(account, i % 4 == 0 ? plans.getFirst() : one(plans), signing(day)));
        }
        for (var step = 0; step < STEPS; step++) {
            day = day.plusDays(random.nextInt(45));
            shop.moveClock(day + "T" + (12 + step) + ":00:00Z").statusCode(200);
            use(contracts, day);
            for (var contract : List.copyOf(contracts)) {
                if (random.nextInt(3) > 0) {
                    decide(contract, choice, day);
                } else if (random.nextInt(4) == 0) {
                    add(contract, one(addOns), catalog, contracts, day);
                } else if (random.nextInt(3) == 0) {
                    handle(contract, day);
                } else if (random.nextInt(3) == 0) {
                    redeem(contract, day);
                }
            }
        }
        day = day.plusDays(100);
        var end = shop.moveClock(day + "T00:00:00Z").statusCode(200);
        assertThat(end.extract().<Integer>path("failed")).as(told()).isZero();
        for (var wrong : List.of(GIVEN_BACK_TOO_MUCH, GIVEN_BACK_IN_PARTS, CHARGED_WRONGLY)) {
            assertThat(Sql.column(wrong, shop.tenant)).as(told()).isEmpty();
        }
        listener.awaitAll();
        try {
            new Invariants(shop).shouldHold();
        } catch (AssertionError e) {
            throw new AssertionError(told() + "\n" + e.getMessage(), e);
        }
    }

    private void coupons(Shop shop) {
        var kinds = List.of(
                Map.of("percent", "10", "duration", "FOREVER"),
                Map.of("amount", Buyer.eur("5.00"), "duration", "REPEATING", "periods", 2),
                Map.of("percent", "50", "duration", "ONCE"));
        for (var i = 0; i < kinds.size(); i++) {
            var coupon = new HashMap<String, Object>(kinds.get(i));
            coupon.put("code", COUPONS.get(i));
            coupon.put("name", "Less");
            shop.as("billing").body(coupon).post("/coupons").then().statusCode(201);
        }
    }

    private void redeem(Contract contract, LocalDate today) {
        var code = one(COUPONS);
        var status = contract.shop()
                .as("sales")
                .body(Map.of("code", code))
                .post("/accounts/" + contract.account() + "/coupons")
                .statusCode();
        story.add(today + " " + contract.id() + " redeems " + code + " " + status);
        assertThat(ANSWERS).as(told()).contains(status);
    }

    /** Some of it comes late; all of it is counted when this returns. */
    private void use(List<Contract> contracts, LocalDate today) {
        var shop = contracts.getFirst().shop();
        var meter = new Meter(shop);
        var events = new ArrayList<ProducerRecord<String, String>>();
        for (var i = 0; i < contracts.size(); i++) {
            var account = one(contracts).account();
            var quantity = String.valueOf(1 + random.nextInt(90));
            var at = today.minusDays(1 + random.nextInt(50)).atTime(random.nextInt(24), 0);
            story.add(today + " " + account + " uses " + quantity + " at " + at);
            events.add(meter.event(
                    UUID.randomUUID().toString(),
                    account,
                    "u" + random.nextInt(3),
                    quantity,
                    at.toInstant(ZoneOffset.UTC)));
        }
        var counted = "SELECT coalesce(sum(events), 0) FROM usage_day WHERE tenant_id = ?";
        var before = Sql.number(counted, shop.tenant);
        Meter.send(events);
        await().atMost(60, SECONDS).until(() -> Sql.number(counted, shop.tenant) == before + events.size());
    }

    /** Bought in addition, where it can be. */
    private void add(Contract base, UUID plan, Catalog catalog, List<Contract> contracts, LocalDate today) {
        var more = Map.of("baseSubscriptionId", base.id(), "prorate", random.nextBoolean());
        var body = catalog.request(base.account(), plan, more);
        var answer = base.shop().as("sales").body(body).post("/subscriptions");
        story.add(today + " " + base.id() + " with " + plan + " " + answer.statusCode());
        assertThat(ANSWERS).as(told() + "\n" + answer.asString()).contains(answer.statusCode());
        if (answer.statusCode() == 201) {
            contracts.add(new Contract(base.shop(), base.account(), Shop.id(answer.then())));
        }
    }

    private Map<String, Object> signing(LocalDate day) {
        var more = new HashMap<String, Object>();
        more.put("seats", 1 + random.nextInt(9));
        switch (random.nextInt(4)) {
            case 0 -> more.put("anchor", Map.of("rule", "BILLING_DAY", "day", 1 + random.nextInt(31)));
            case 1 -> more.put("anchor", Map.of("rule", "CALENDAR"));
            case 2 ->
                more.put("startDate", day.plusDays(random.nextInt(60) - 30).toString());
            default -> {}
        }
        return more;
    }

    /** What people do with an invoice by hand: it is paid, given back, void, written off or made anew, money is sent back. */
    private void handle(Contract contract, LocalDate today) {
        var invoices = contract.invoices();
        if (invoices.isEmpty()) {
            return;
        }
        var invoice = one(invoices);
        var billing = contract.shop().as("billing");
        var body = new HashMap<String, Object>(Map.of("reason", "story"));
        var path = "/invoices/" + invoice.get("id").asText();
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                body.put(
                        "lines",
                        List.of(lineToGiveBack(
                                one(invoice.get("lines").valueStream().toList()))));
                path += "/credit-notes";
            }
            case 2 -> path += "/voids";
            case 3 -> path += "/write-offs";
            case 4 -> path += "/rebills";
            case 5, 6 -> {
                body = new HashMap<>(Map.of("method", "BANK_TRANSFER", "receivedOn", today.toString()));
                body.put("reference", UUID.randomUUID().toString());
                body.put("invoiceId", invoice.get("id").asText());
                body.put("amount", upTo(invoice.at("/total/amount").asText()));
                path = "/payments";
            }
            default -> {
                List<String> payments = contract.shop()
                        .as("billing")
                        .get("/payments?accountId=" + contract.account())
                        .path("items.id");
                if (payments.isEmpty()) {
                    return;
                }
                body.put("source", one(List.of("INVOICES", "BALANCE")));
                body.put("target", "METHOD");
                body.put("amount", upTo("20.00"));
                path = "/payments/" + one(payments) + "/refunds";
            }
        }
        if (path.startsWith("/invoices")) {
            var read = "/invoices/" + invoice.get("id").asText();
            billing.header("If-Match", contract.shop().as("billing").get(read).getHeader("ETag"));
        }
        var status = billing.body(body).post(path).statusCode();
        story.add(today + " " + contract.id() + " " + path + " " + body + " " + status);
        assertThat(ANSWERS).as(told()).contains(status);
    }

    private Map<String, Object> lineToGiveBack(JsonNode line) {
        return Map.of(
                "position",
                line.get("position").asInt(),
                "amount",
                upTo(line.at("/amount/amount").asText()));
    }

    private Map<String, String> upTo(String amount) {
        var cents = Math.max(1, new BigDecimal(amount).movePointRight(2).intValue());
        return Map.of("amount", BigDecimal.valueOf(1 + random.nextInt(cents), 2).toPlainString(), "currency", "EUR");
    }

    private void decide(Contract contract, List<UUID> plans, LocalDate today) {
        var on = today.plusDays(1 + random.nextInt(60)).toString();
        var when = one(List.of("NOW", "END_OF_PERIOD", "DATE"));
        var body = new HashMap<String, Object>();
        var command = switch (random.nextInt(9)) {
            case 0, 1 -> {
                body.put("planId", one(plans));
                body.put("prorate", random.nextInt(3) > 0);
                timed(body, "when", when, on);
                yield "plan-changes";
            }
            case 2, 3 -> {
                body.put("seats", 1 + random.nextInt(20));
                body.put("prorate", random.nextInt(3) > 0);
                timed(body, "when", when, on);
                yield "seat-changes";
            }
            case 4 -> {
                body.put("on", random.nextBoolean() ? on : null);
                yield "pauses";
            }
            case 5 -> {
                body.put("on", random.nextBoolean() ? on : null);
                yield random.nextBoolean() ? "resumptions" : "reactivations";
            }
            case 6 -> {
                timed(body, "effective", when, on);
                body.put("credit", one(List.of("PRORATED", "FULL", "NONE")));
                body.put("cancellationDayBilled", random.nextBoolean());
                yield "cancellations";
            }
            case 7 -> {
                body.put("trialEnd", on);
                yield "trial-extensions";
            }
            default -> {
                var changes = contract.changes();
                if (!changes.isEmpty() && random.nextBoolean()) {
                    yield "changes/" + changes.getLast().get("id").asText() + "/undoings";
                }
                body.put("anchor", Map.of("rule", "BILLING_DAY", "day", 1 + random.nextInt(31)));
                yield "billing-anchors";
            }
        };
        var isBare = command.equals("reactivations") || command.endsWith("undoings");
        var answer = contract.tryTo(command, isBare ? null : body);
        var status = answer.extract().statusCode();
        story.add(today + " " + contract.id() + " " + command + " " + body + " " + status);
        assertThat(ANSWERS).as(told() + "\n" + answer.extract().asString()).contains(status);
    }

    private static void timed(Map<String, Object> body, String field, String when, String on) {
        body.put(field, when);
        if (when.equals("DATE")) {
            body.put("on", on);
        }
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String told() {
        return "-Drivulet.lives.seed=" + seed + "\n" + String.join("\n", story);
    }
}
