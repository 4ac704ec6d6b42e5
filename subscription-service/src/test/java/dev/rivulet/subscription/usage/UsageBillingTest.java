package dev.rivulet.subscription.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.usage.domain.Aggregation;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every event is on one invoice or in one correction, whatever comes when. */
@QuarkusTest
class UsageBillingTest {

    private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);

    @Inject
    Counting counting;

    private final Shop shop = Shop.live();

    static UsageFact fact(String id, UUID account, String quantity, Instant at) {
        return UsageFact.of("/test", id, new UsageFact.Recorded(account, "u-" + id.length(), "calls", quantity, at));
    }

    @Test
    void shouldNoteWhatComesAfterItsDayWasTakenAndGiveItOutOnce() {
        var account = shop.account("UTC", "EUR");
        counting.count(shop.tenant, List.of(fact("1", account, "10", Instant.parse("2025-03-31T23:59:59Z"))));
        assertThat(counting.take(shop.tenant, account, "2025-03-01", "2025-04-01"))
                .isEqualTo(new Reading(new BigDecimal("1E+1"), 1));

        counting.count(
                shop.tenant,
                List.of(
                        fact("2", account, "2", Instant.parse("2025-03-31T23:00:00Z")),
                        fact("3", account, "3", Instant.parse("2025-03-31T01:00:00Z")),
                        fact("4", account, "4", Instant.parse("2025-03-02T00:00:00Z")),
                        fact("5", account, "5", Instant.parse("2025-04-01T00:00:00Z"))));

        assertThat(counting.toCorrect(shop.tenant)).containsExactly(account);
        new Meter(shop).eventually("/usage-corrections?accountId=" + account, page -> {
            assertThat(page.path("items")).hasSize(2);
            assertThat(page.at("/items/0/day").asText()).isEqualTo("2025-03-02");
            assertThat(page.at("/items/1/quantity").asText()).isEqualTo("5");
            assertThat(page.at("/items/1/events").asLong()).isEqualTo(2);
            assertThat(page.at("/items/1").has("claimedAt")).isFalse();
        });
        assertThat(counting.claim(shop.tenant, account))
                .extracting(Correction::day, Correction::quantity, Correction::events)
                .containsExactly(
                        tuple(LocalDate.parse("2025-03-02"), new BigDecimal("4"), 1L),
                        tuple(LocalDate.parse("2025-03-31"), new BigDecimal("5"), 2L));
        assertThat(counting.claim(shop.tenant, account)).isEmpty();
        assertThat(counting.toCorrect(shop.tenant)).isEmpty();
        assertThat(counting.read(shop.tenant, account, Aggregation.SUM, "2025-03-01", "2025-04-01")
                        .quantity())
                .isEqualByComparingTo("19");
        assertThat(new Meter(shop).get("/usage-corrections").at("/items/0").has("claimedAt"))
                .isTrue();
        assertThat(counting.toCorrect(Shop.live().tenant)).isEmpty();
    }

    @Test
    void shouldLeaveBilledUsageOnItsDaysWhenTheAccountMoves() {
        var account = shop.account("UTC", "EUR");
        counting.count(
                shop.tenant,
                List.of(
                        fact("1", account, "1", Instant.parse("2025-03-31T20:00:00Z")),
                        fact("2", account, "2", Instant.parse("2025-04-01T03:00:00Z")),
                        fact("3", account, "4", Instant.parse("2025-04-09T20:00:00Z"))));
        assertThat(counting.take(shop.tenant, account, "2025-03-01", "2025-04-01")
                        .quantity())
                .isEqualByComparingTo("1");

        // There the first event is in April, and the second would be in March.
        Counting.move(account, "Asia/Tokyo");
        assertThat(counting.read(shop.tenant, account, Aggregation.SUM, "2025-03-01", "2025-04-01")
                        .quantity())
                .isEqualByComparingTo("1");
        assertThat(counting.read(shop.tenant, account, Aggregation.SUM, "2025-04-10", "2025-04-11")
                        .quantity())
                .isEqualByComparingTo("4");
        Counting.move(account, "America/Los_Angeles");
        assertThat(counting.read(shop.tenant, account, Aggregation.SUM, "2025-04-01", "2025-04-02"))
                .isEqualTo(new Reading(new BigDecimal("2"), 1));
        assertThat(counting.read(shop.tenant, account, Aggregation.LAST, "2025-04-01", "2025-05-01"))
                .isEqualTo(new Reading(new BigDecimal("4"), 2));
        assertThat(counting.claim(shop.tenant, account)).isEmpty();
    }

    @Test
    void shouldAnswerManyQuestionsInTheirOrder() {
        var accounts = IntStream.range(0, 50).mapToObj(i -> UUID.randomUUID()).toList();
        var facts = new ArrayList<UsageFact>();
        for (var i = 0; i < 50; i++) {
            for (var day = 0; day < 3; day++) {
                facts.add(fact(
                        i + "-" + day,
                        accounts.get(i),
                        String.valueOf(i + 1 + day),
                        MARCH.plusDays(day).atTime(5, 0).toInstant(ZoneOffset.UTC)));
            }
        }
        counting.count(shop.tenant, facts);
        var questions = new ArrayList<Question>();
        for (var account : accounts) {
            for (var aggregation : Aggregation.values()) {
                questions.add(new Question(account, "calls", aggregation, MARCH, MARCH.plusDays(2)));
            }
        }
        questions.add(new Question(UUID.randomUUID(), "calls", Aggregation.MAX, MARCH, MARCH.plusDays(2)));

        var readings = counting.read(shop.tenant, questions);

        for (var i = 0; i < 50; i++) {
            assertThat(readings.subList(i * 5, i * 5 + 5).stream()
                            .map(reading -> reading.quantity().intValueExact()))
                    .containsExactly(2 * i + 3, 2, i + 2, 1, i + 2);
        }
        assertThat(readings.getLast()).isEqualTo(new Reading(BigDecimal.ZERO, 0));
    }

    /** While events come in, days are billed; nothing may fall between the two. */
    @Test
    void shouldLoseNothingBetweenCountingAndBilling() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var account = shop.account("UTC", "EUR");
        var days = 40;
        var facts = new ArrayList<UsageFact>();
        for (var i = 0; i < 2_000; i++) {
            var at = MARCH.plusDays(random.nextInt(days)).atTime(12, 0).toInstant(ZoneOffset.UTC);
            facts.add(fact("r" + i, account, "1", at));
        }
        var billed = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var running = List.of(
                    threads.submit(() -> batches(facts.subList(0, 1_000))),
                    threads.submit(() -> batches(facts.subList(1_000, 2_000))),
                    threads.submit(() -> {
                        for (var day = MARCH; day.isBefore(MARCH.plusDays(days)); day = day.plusDays(1)) {
                            billed.addAndGet(counting.take(
                                            shop.tenant,
                                            account,
                                            day.toString(),
                                            day.plusDays(1).toString())
                                    .quantity()
                                    .intValueExact());
                            billed.addAndGet(claimed(account));
                        }
                    }));
            for (var each : running) {
                each.get();
            }
        }
        assertThat(billed.get() + claimed(account)).as("seed %d", seed).isEqualTo(2_000);
    }

    private void batches(List<UsageFact> facts) {
        for (var i = 0; i < facts.size(); i += 20) {
            counting.count(shop.tenant, facts.subList(i, i + 20));
        }
    }

    private int claimed(UUID account) {
        return counting.claim(shop.tenant, account).stream()
                .mapToInt(correction -> correction.quantity().intValueExact())
                .sum();
    }

    @Test
    void shouldKeepNoDayLongerThanItIsToldTo() {
        var today = LocalDate.parse(
                Sql.column("SELECT (now() AT TIME ZONE 'UTC')::date").getFirst());
        var name = "usage_event_" + today.minusDays(401).toString().replace("-", "");
        Sql.run("CREATE TABLE " + name + " PARTITION OF usage_event FOR VALUES FROM ('" + today.minusDays(401)
                + "Z') TO ('" + today.minusDays(400) + "Z')");
        Sql.run("ALTER TABLE " + name + " OWNER TO subscription_owner");

        counting.in(shop.tenant, () -> {
            Sql.run("SELECT usage_event_partitions(3, 400)");
            return true;
        });

        assertThat(Sql.column("SELECT relname FROM pg_class WHERE relname = ?", name))
                .isEmpty();
        assertThat(Sql.column("SELECT relname FROM pg_class JOIN pg_inherits ON inhrelid = pg_class.oid"
                        + " WHERE inhparent = 'usage_event'::regclass AND NOT relforcerowsecurity"))
                .isEmpty();
        assertThat(Sql.number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'usage_event'::regclass"))
                .isGreaterThanOrEqualTo(5);
    }
}
