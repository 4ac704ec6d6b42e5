package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.usage.Meter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A billing case, played through the public API as an integrator would: catalog events, REST and the test clock. */
final class RestCase {

    static final String METRIC = "units";

    private static final LocalTime AT_WORK = LocalTime.of(13, 0);

    /** A case without a calendar: half of a month of thirty days. */
    private static final Map<String, LocalDate> NAMED_DAYS =
            Map.of("start", LocalDate.of(2024, 4, 1), "half", LocalDate.of(2024, 4, 16));

    private final JsonNode json;
    private final ZoneId zone;
    private final Shop shop;
    private final Catalog catalog;
    private final UUID account;
    private final Map<String, UUID> plans = new HashMap<>();
    private final List<Contract> contracts = new ArrayList<>();
    private Instant now;
    private BigDecimal used = BigDecimal.ZERO;
    private LocalDate usedSince = LocalDate.MAX;

    RestCase(JsonNode json) {
        this.json = json;
        this.zone = ZoneId.of(json.get("timeline").findPath("timezone").asText("UTC"));
        var first = instant(json.at("/timeline/0/date").asText());
        this.now = isAgreedBefore(json.at("/timeline/0")) ? first.minus(Duration.ofDays(1)) : first;
        this.shop = Shop.at(now.toString());
        var currency = json.at("/plans/0/currency").asText();
        this.catalog = Catalog.of(shop, currency);
        this.account = shop.account(zone.getId(), currency);
        var rate = json.at("/plans/0/tax_rate");
        if (!rate.isMissingNode()) {
            shop.tax(rate.asText());
        }
        for (var plan : json.get("plans")) {
            plans.put(plan.get("id").asText(), RestCasePlan.publish(catalog, plan));
        }
    }

    private Instant instant(String text) {
        if (NAMED_DAYS.containsKey(text)) {
            return NAMED_DAYS.get(text).atTime(AT_WORK).atZone(zone).toInstant();
        }
        return text.length() == 10
                ? LocalDate.parse(text).atTime(AT_WORK).atZone(zone).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    LocalDate day(String text) {
        return instant(text).atZone(zone).toLocalDate();
    }

    void play() {
        for (var action : json.get("timeline")) {
            if (action.has("points")) {
                action.get("points")
                        .forEach(point -> use(
                                LocalDateTime.parse(point.asText()).atZone(zone).toInstant(), action.get("quantity")));
            } else {
                if (!isAgreedBefore(action)) {
                    moveTo(instant(action.get("date").asText()));
                }
                act(action);
            }
        }
        for (var expected : json.get("expected")) {
            if (expected.has("date")) {
                moveTo(instant(expected.get("date").asText()));
            }
        }
    }

    /** Days with an end that is known when they begin. */
    private static boolean isAgreedBefore(JsonNode action) {
        return action.get("action").asText().equals("service_period");
    }

    private void moveTo(Instant to) {
        if (to.isAfter(now)) {
            pay();
            now = to;
            shop.moveClock(now.toString()).statusCode(200);
        }
    }

    /** Customers of the cases pay what they are asked for. */
    private void pay() {
        List<Map<String, Object>> invoices = shop.as("billing")
                .get("/invoices?limit=200&accountId=" + account)
                .then()
                .extract()
                .path("items");
        for (var invoice : invoices) {
            var due = (Map<?, ?>) invoice.get("due");
            if (new BigDecimal(due.get("amount").toString()).signum() > 0) {
                shop.pay(
                                invoice.get("id"),
                                due.get("amount").toString(),
                                due.get("currency").toString(),
                                "P-" + invoice.get("id") + "-" + invoice.get("version"),
                                now.atZone(zone).toLocalDate().toString())
                        .statusCode(201);
            }
        }
    }

    private void act(JsonNode action) {
        switch (action.get("action").asText()) {
            case "subscribe" -> subscribe(action);
            case "service_period" -> {
                contracts.add(catalog.sign(
                        account,
                        plans.values().iterator().next(),
                        Map.of(
                                "anchor",
                                Map.of("rule", "CALENDAR"),
                                "startDate",
                                action.get("start").asText())));
                decide(
                        "cancellations",
                        Map.of("effective", "DATE", "on", action.get("end").asText()));
            }
            case "change_plan" -> {
                var body = new HashMap<String, Object>();
                body.put("planId", plans.get(action.get("plan").asText()));
                body.put("when", action.get("policy").asText().equals("IMMEDIATE") ? "NOW" : "END_OF_PERIOD");
                if (action.has("anchor")) {
                    body.put(
                            "anchor",
                            Map.of("rule", "DATE", "date", action.get("anchor").asText()));
                }
                decide("plan-changes", body);
            }
            case "cancel" -> {
                var body = new HashMap<String, Object>();
                body.put(
                        "effective",
                        switch (action.get("policy").asText()) {
                            case "IMMEDIATE" -> "NOW";
                            case "END_OF_TERM" -> "END_OF_PERIOD";
                            case "DATE" -> "DATE";
                            default -> "START_OF_PERIOD";
                        });
                if (action.has("on")) {
                    body.put("on", action.get("on").asText());
                }
                body.put(
                        "cancellationDayBilled",
                        json.at("/policies/cancellation_day_billed").asBoolean());
                decide("cancellations", body);
            }
            case "reactivate" -> decide("reactivations", null);
            case "pause" -> decide("pauses", Map.of());
            case "resume" -> decide("resumptions", Map.of());
            case "set_quantity" ->
                decide(
                        "seat-changes",
                        Map.of(
                                "seats", action.get("quantity").asInt(),
                                "when", "DATE",
                                "on", action.get("effective").asText()));
            case "set_billing_day" ->
                decide(
                        "billing-anchors",
                        Map.of(
                                "anchor",
                                Map.of(
                                        "rule",
                                        "BILLING_DAY",
                                        "day",
                                        action.get("day").asInt())));
            case "usage" -> use(now, action.get("quantity"));
            case "usage_amount" -> use(now, action.get("amount"));
            case "bill_through", "trial_end" -> {}
            default -> throw new IllegalArgumentException(action.toString());
        }
    }

    /** Rehearsed first, each of them. */
    private void decide(String command, @Nullable Map<String, ?> body) {
        contracts.getLast().decide(command, body);
    }

    private void subscribe(JsonNode action) {
        var more = new HashMap<String, Object>();
        more.put("seats", action.path("quantity").asInt(1));
        if (action.has("billing_day")) {
            more.put(
                    "anchor",
                    Map.of(
                            "rule",
                            "BILLING_DAY",
                            "day",
                            action.get("billing_day").asInt()));
        } else if (action.has("anchor")) {
            more.put(
                    "anchor",
                    switch (action.get("anchor").asText()) {
                        case "anniversary" -> Map.of("rule", "ANNIVERSARY");
                        case "calendar" -> Map.of("rule", "CALENDAR");
                        case String date -> Map.of("rule", "DATE", "date", date);
                    });
        }
        contracts.add(
                catalog.signRehearsed(account, plans.get(action.get("plan").asText()), more));
    }

    private void use(Instant at, JsonNode quantity) {
        var meter = new Meter(shop);
        used = used.add(new BigDecimal(quantity.asText()));
        var day = at.atZone(zone).toLocalDate();
        usedSince = day.isBefore(usedSince) ? day : usedSince;
        Meter.send(meter.event(UUID.randomUUID().toString(), account, "u", METRIC, quantity.asText(), at));
        meter.eventually(
                "/accounts/" + account + "/usage?metric=" + METRIC + "&from=" + usedSince + "&to="
                        + usedSince.plusDays(100),
                usage -> assertThat(usage.get("items").findValues("sum").stream()
                                .map(sum -> new BigDecimal(sum.asText()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(used));
    }

    /** A later day than the case itself names. */
    void goOnUntil(String day) {
        moveTo(instant(day));
    }

    Shop shop() {
        return shop;
    }

    Contract contract() {
        return contracts.getFirst();
    }

    @Override
    public String toString() {
        return json.get("id").asText();
    }
}
