package dev.rivulet.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rivulet.local.demo.Customer.Contract;
import dev.rivulet.local.demo.UsageStory.Use;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What happens after the sale: consumption, opinions, and whether the promises come true. */
final class SuccessStage {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BATCH = 500;
    private static final double CONFIRMED_SHARE = 0.8;
    private static final Set<Engagement> HOPELESS = Set.of(Engagement.ASLEEP, Engagement.DRIFTING);
    private static final String PAYING = "Spoke to their bookkeeping; the transfer is on its way.";
    private static final String TRAINED = "Welcome call held; everybody has access and a date for the training.";
    private static final List<String> PRAISE = List.of(
            "Our people come back to it on their own.",
            "We see the effect in the monthly figures.",
            "Support answers the same day.");
    private static final List<String> BLAME = List.of(
            "We bought more seats than we can fill.",
            "Nobody has shown the new colleagues how it works.",
            "The monthly report still has to be copied by hand.");

    private final Api.Caller success;
    private final UsageStory usage;
    private final List<Customer> customers;
    private final SalesStage.Sold sold;
    private final List<Use> unreported = new ArrayList<>();
    private final List<ObjectNode> reported = new ArrayList<>();

    SuccessStage(Api api, Catalogue catalogue, List<Customer> customers, SalesStage.Sold sold) {
        success = api.as("success", "success");
        this.usage = new UsageStory(catalogue);
        this.customers = customers;
        this.sold = sold;
    }

    /** Accounts and subscriptions reach the success service by Kafka. */
    void awaitPromises() {
        Work.await(
                "all subscriptions to be known to success-service",
                PATIENCE,
                () -> success.list("/promises").size() >= sold.subscriptions().size());
    }

    /** What happens on a day at which the clock has stopped. */
    void live(LocalDate day) {
        if (day.isAfter(UsageStory.FIRST_DAY)) {
            awaitClock(day);
            report(usageUpTo(day));
        }
        if (Timeline.isReview(day)) {
            awaitClock(day);
            review(day);
        }
    }

    /** The clock reaches the success service by Kafka, and every score is computed anew. */
    private void awaitClock(LocalDate day) {
        Customer first = customers.stream().filter(sold::isKnown).findFirst().orElseThrow();
        String path = "/customers/" + sold.account(first) + "/score";
        Work.await("success-service to follow the clock to " + day, PATIENCE, () -> {
            String computed = success.find(path).body().path("computedAt").asText("");
            return !computed.isEmpty() && !Instant.parse(computed).isBefore(Timeline.noon(day));
        });
    }

    /** Goes through the open tasks; some customers cannot be helped, and theirs stay open. */
    private void review(LocalDate day) {
        Map<String, Customer> helped = new HashMap<>();
        customers.stream()
                .filter(sold::isKnown)
                .filter(customer -> !HOPELESS.contains(customer.engagement()))
                .filter(customer -> customer.habit() != PaymentHabit.STOPPED)
                .forEach(customer -> helped.put(sold.account(customer), customer));
        var tasks = success.list("/tasks?status=OPEN").stream()
                .filter(task -> helped.containsKey(task.path("accountId").asText()))
                .filter(task -> !Instant.parse(task.path("openedAt").asText()).isAfter(Timeline.noon(day)))
                .toList();
        Work.forEach(tasks, task -> {
            String reason = task.path("reason").asText();
            success.transition(
                    "/tasks/" + task.path("id").asText(),
                    "completions",
                    Api.hasStatus("DONE"),
                    Api.object().put("outcome", "RESOLVED").put("note", reason.contains("PAYMENT") ? PAYING : TRAINED));
        });
    }

    /** What has not been reported at an earlier stop of the clock. */
    private List<ObjectNode> usageUpTo(LocalDate day) {
        if (reported.isEmpty()) {
            customers.forEach(customer -> unreported.addAll(usage.of(customer, sold.account(customer))));
        }
        var past = unreported.stream().filter(use -> use.day().isBefore(day)).toList();
        unreported.removeIf(use -> use.day().isBefore(day));
        return past.stream().map(Use::event).toList();
    }

    private void report(List<ObjectNode> events) {
        var starts = IntStream.iterate(0, from -> from < events.size(), from -> from + BATCH)
                .boxed()
                .toList();
        Work.forEach(starts, from -> report(events, from, Math.min(events.size(), from + BATCH)));
        reported.addAll(events);
        awaitConsumption(events.getLast().path("accountId").asText());
    }

    private void report(List<ObjectNode> events, int from, int to) {
        var body = Api.object();
        body.putArray("events").addAll(events.subList(from, to));
        String key = "demo/usage/" + events.get(from).path("id").asText().replace(' ', '-');
        JsonNode answer = success.create("/usage-events", key, body);
        if (answer.path("accepted").asInt() != to - from) {
            throw new DemoException("usage events were rejected: " + answer.path("rejected"));
        }
    }

    /** Accepted events count shortly after; the next move of the clock is to find them. */
    private void awaitConsumption(String accountId) {
        String path =
                "/customers/" + accountId + "/consumption?from=" + UsageStory.FIRST_DAY + "&to=" + Timeline.LAST_DAY;
        long expected = reported.stream()
                .filter(event -> event.path("accountId").asText().equals(accountId))
                .count();
        Work.await("the usage to be counted", PATIENCE, () -> {
            long counted = 0;
            for (JsonNode day : success.get(path).path("days")) {
                counted += day.path("events").asLong();
            }
            return counted >= expected;
        });
    }

    /** How many different usage events were accepted. */
    int events() {
        return reported.size();
    }

    BigDecimal quantity() {
        return reported.stream()
                .map(event -> new BigDecimal(event.path("quantity").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Asks some users of every customer that uses the product at all; how many answered. */
    int survey() {
        var answers = new AtomicInteger();
        Work.forEach(customers, customer -> {
            Random random = customer.random("survey");
            int respondents = random.nextInt(4);
            for (int respondent = 1; respondent <= respondents; respondent++) {
                long value = Math.round(customer.engagement().meanAnswer + random.nextGaussian() * 1.3);
                int bounded = Math.clamp(value, 0, 10);
                LocalDate day = Timeline.LAST_DAY.minusDays(3 + random.nextInt(80));
                var body = Api.object()
                        .put("accountId", sold.account(customer))
                        .put("kind", "NPS")
                        .put("value", bounded)
                        .put("respondent", "user-%02d@%s".formatted(respondent, customer.domain()))
                        .put("answeredAt", Timeline.noon(day).toString());
                String comment = comment(bounded, random);
                if (comment != null) {
                    body.put("comment", comment);
                }
                success.create("/survey-answers", customer.key() + "/answer-" + respondent, body);
                answers.incrementAndGet();
            }
        });
        return answers.get();
    }

    private static @Nullable String comment(int value, Random random) {
        int choice = random.nextInt(6);
        if (choice >= 3) {
            return null;
        }
        return value >= 9 ? PRAISE.get(choice) : value <= 6 ? BLAME.get(choice) : null;
    }

    /**
     * How the promises that fell due came out.
     *
     * @param measured with a measurement
     * @param settled of these, confirmed or not by the customer
     */
    record Outcome(int measured, int settled) {}

    Outcome measurePromises() {
        Map<String, JsonNode> bySubscription = new HashMap<>();
        success.list("/promises")
                .forEach(promise ->
                        bySubscription.put(promise.path("subscriptionId").asText(), promise));
        var measured = new AtomicInteger();
        var settled = new AtomicInteger();
        Work.forEach(customers, customer -> {
            Random random = customer.random("promises");
            for (Contract contract : customer.contracts()) {
                double chance = random.nextDouble();
                double progress = customer.engagement().meanProgress + random.nextGaussian() * 0.2;
                boolean agreed = random.nextDouble() < CONFIRMED_SHARE;
                JsonNode promise = bySubscription.get(sold.subscriptions().get(customer.key(contract)));
                if (promise == null || chance >= customer.engagement().measuredShare || !isDue(promise)) {
                    continue;
                }
                String path = "/promises/" + promise.path("id").asText();
                measure(path, customer.key(contract) + "/measurement", promise, progress);
                measured.incrementAndGet();
                if (agreed) {
                    success.transition(
                            path,
                            "confirmations",
                            Api.hasStatus("CONFIRMED", "PARTLY", "NOT_ACHIEVED"),
                            Api.object().put("confirmedBy", "head@" + customer.domain()));
                    settled.incrementAndGet();
                }
            }
        });
        return new Outcome(measured.get(), settled.get());
    }

    private static boolean isDue(JsonNode promise) {
        return LocalDate.parse(promise.path("dueOn").asText()).isBefore(Timeline.LAST_DAY);
    }

    private void measure(String path, String key, JsonNode promise, double progress) {
        var baseline = new BigDecimal(promise.path("baseline").asText());
        var target = new BigDecimal(promise.path("target").asText());
        var value = baseline.add(target.subtract(baseline).multiply(BigDecimal.valueOf(progress)))
                .max(BigDecimal.ZERO)
                .setScale(1, RoundingMode.HALF_UP);
        success.create(
                path + "/measurements",
                key,
                Api.object()
                        .put("value", value.toPlainString())
                        .put("measuredOn", promise.path("dueOn").asText())
                        .put("note", "Measured with the customer at the quarterly review."));
    }
}
