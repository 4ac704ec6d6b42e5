package dev.rivulet.subscription.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.usage.domain.Aggregation;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random logs with copies, out of order, of accounts that appear and move: the answers are those of a plain recount. */
@QuarkusTest
class UsageRecountTest {

    private static final List<String> ZONES = List.of(
            "UTC",
            "America/New_York",
            "Asia/Kathmandu",
            "Pacific/Chatham",
            "Pacific/Kiritimati",
            "America/St_Johns",
            "Africa/Cairo");
    private static final List<String> METRICS = List.of("calls", "storage");
    private static final LocalDate FIRST = LocalDate.of(2023, 10, 20);
    private static final int DAYS = 20;

    @Inject
    Counting counting;

    private final Shop shop = Shop.live();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void shouldAnswerLikeAPlainRecountAndTheSameAfterReadingTheLogAgain() {
        var accounts = new HashMap<UUID, String>();
        var like = shop.account("UTC", "EUR");
        for (var i = 0; i < 5; i++) {
            accounts.put(UUID.randomUUID(), ZONES.get(random.nextInt(ZONES.size())));
        }
        var facts = facts(List.copyOf(accounts.keySet()));
        var log = new ArrayList<>(facts);
        facts.stream().limit(300).forEach(log::add);

        count(log, () -> accounts.forEach((id, zone) -> Counting.open(id, like, zone)));
        assertAnswers(facts, accounts);

        accounts.replaceAll((id, zone) -> ZONES.get(random.nextInt(ZONES.size())));
        accounts.forEach(Counting::move);
        assertAnswers(facts, accounts);

        count(log, () -> {});
        assertAnswers(facts, accounts);

        for (var table : List.of("usage_event", "usage_receipt", "usage_day", "usage_user_day", "usage_account")) {
            Sql.run("DELETE FROM " + table + " WHERE tenant_id = '" + shop.tenant + "'");
        }
        count(log, () -> {});
        assertAnswers(facts, accounts);
        assertThat(Sql.number("SELECT count(*) FROM usage_conflict WHERE tenant_id = ?", shop.tenant))
                .as("seed %d", seed)
                .isZero();
    }

    private List<UsageFact> facts(List<UUID> accounts) {
        var facts = new ArrayList<UsageFact>();
        var start =
                FIRST.minusDays(2).atStartOfDay(ZoneId.of("UTC")).toInstant().getEpochSecond();
        for (var i = 0; i < 1_200; i++) {
            // Whole quarters of an hour, so that many lie on midnights and at the same instant.
            var at = Instant.ofEpochSecond(start + 900L * random.nextInt(96 * (DAYS + 4)));
            facts.add(UsageFact.of(
                    "/test",
                    "r" + i,
                    new UsageFact.Recorded(
                            accounts.get(random.nextInt(accounts.size())),
                            "user-" + random.nextInt(9),
                            METRICS.get(random.nextInt(2)),
                            BigDecimal.valueOf(1 + random.nextInt(1_000), random.nextInt(4))
                                    .toPlainString(),
                            at)));
        }
        return facts;
    }

    /** In batches of any size and order; something happens half-way. */
    private void count(List<UsageFact> log, Runnable halfWay) {
        var shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, random);
        var happened = false;
        for (var i = 0; i < shuffled.size(); ) {
            var end = Math.min(shuffled.size(), i + 1 + random.nextInt(150));
            counting.count(shop.tenant, shuffled.subList(i, end));
            i = end;
            if (!happened && i > shuffled.size() / 2) {
                halfWay.run();
                happened = true;
            }
        }
    }

    private void assertAnswers(List<UsageFact> facts, Map<UUID, String> accounts) {
        var questions = new ArrayList<Question>();
        for (var account : accounts.keySet()) {
            for (var aggregation : Aggregation.values()) {
                for (var metric : METRICS) {
                    var from = FIRST.plusDays(random.nextInt(DAYS));
                    questions.add(
                            new Question(account, metric, aggregation, from, from.plusDays(random.nextInt(DAYS))));
                }
            }
        }
        var readings = counting.read(shop.tenant, questions);
        for (var i = 0; i < questions.size(); i++) {
            var expected = recount(
                    questions.get(i),
                    facts,
                    ZoneId.of(accounts.get(questions.get(i).accountId())));
            assertThat(readings.get(i).events())
                    .as("%s, seed %d", questions.get(i), seed)
                    .isEqualTo(expected.events());
            assertThat(readings.get(i).quantity())
                    .as("%s, seed %d", questions.get(i), seed)
                    .isEqualByComparingTo(expected.quantity());
        }
    }

    private static Reading recount(Question question, List<UsageFact> facts, ZoneId zone) {
        var from = question.from().atStartOfDay(zone).toInstant();
        var to = question.toExclusive().atStartOfDay(zone).toInstant();
        var of = facts.stream()
                .filter(fact -> fact.accountId().equals(question.accountId())
                        && fact.metric().equals(question.metric())
                        && !fact.occurredAt().isBefore(from)
                        && fact.occurredAt().isBefore(to))
                // The text of a UUID sorts as PostgreSQL sorts it.
                .sorted(Comparator.comparing(UsageFact::occurredAt)
                        .thenComparing(fact -> fact.key().toString()))
                .toList();
        var quantity = switch (question.aggregation()) {
            case SUM -> of.stream().map(UsageFact::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            case COUNT -> BigDecimal.valueOf(of.size());
            case MAX -> of.stream().map(UsageFact::quantity).reduce(BigDecimal.ZERO, BigDecimal::max);
            case UNIQUE ->
                BigDecimal.valueOf(of.stream().map(UsageFact::userId).distinct().count());
            case LAST -> of.isEmpty() ? BigDecimal.ZERO : of.getLast().quantity();
        };
        return new Reading(quantity, of.size());
    }
}
