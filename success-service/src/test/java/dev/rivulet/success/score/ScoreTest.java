package dev.rivulet.success.score;

import static dev.rivulet.success.Caller.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import dev.rivulet.success.events.SuccessEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScoreTest {

    @Inject
    ScoreRefresh refresh;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.fresh();

    @Test
    void shouldExplainItselfToTheLastTenth() {
        var account = success.customer(10);
        var producer = success.producer();
        producer.send(producer.finalized(UUID.randomUUID(), account, today().minusDays(10)));
        success.use(account, 3);
        success.answer(account, "hr-head", 10);
        success.answer(account, "hr-head", 4);
        success.answer(account, "ceo", 7);

        success.eventually("/customers/" + account + "/score", score -> {
            // 3 of 10 seats: 37.5; (4 + 7) / 2: 55; 10 days overdue: 66.7
            assertThat(score.at("/components/0/name").asText()).isEqualTo("LICENCES");
            assertThat(score.at("/components/0/value").decimalValue()).isEqualByComparingTo("37.5");
            assertThat(score.at("/components/1/value").decimalValue()).isEqualByComparingTo("55");
            assertThat(score.at("/components/2/value").decimalValue()).isEqualByComparingTo("66.7");
            assertThat(score.path("score").decimalValue()).isEqualByComparingTo("51.5");
            assertThat(score.path("coverage").decimalValue()).isEqualByComparingTo("1");
            assertThat(score.path("reason").isNull()).isTrue();
        });
        var sum = BigDecimal.ZERO;
        for (var part : success.json("/customers/" + account + "/score").path("components")) {
            sum = sum.add(part.path("contribution").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo("51.5");
    }

    @Test
    void shouldNotGuessWhileTooLittleIsKnown() {
        var account = success.customer(10, today());
        success.answer(account, "hr-head", 10);

        success.eventually("/customers/" + account + "/score", score -> {
            assertThat(score.path("coverage").decimalValue()).isEqualByComparingTo("0.3");
            assertThat(score.path("score").isNull()).isTrue();
            assertThat(score.path("reason").asText()).isEqualTo("coverage-too-low");
            assertThat(score.at("/components/0/value").isNull()).isTrue();
            assertThat(score.at("/components/1/value").decimalValue()).isEqualByComparingTo("100");
            assertThat(score.at("/components/1/contribution").isNull()).isTrue();
        });
    }

    @Test
    void shouldSeeEveryOneOfManyChangesAtTheSameMoment() throws Exception {
        var account = success.customer(10);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person = 0; person < 20; person++) {
                var respondent = "person-" + person;
                var value = person % 2 == 0 ? 10 : 5;
                threads.submit(() -> success.answer(account, respondent, value));
            }
        }

        var score = success.json("/customers/" + account + "/score");
        assertThat(score.at("/components/1/value").decimalValue()).isEqualByComparingTo("75");
    }

    @Test
    void shouldTellOfAChangeOnlyWhenThereIsOne() {
        var account = success.customer(10);
        success.answer(account, "hr-head", 10);
        success.answer(account, "ceo", 10);
        success.answer(account, "ceo", 5);

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var scores = Topic.records(SuccessEvents.SCORE_CHANGED.topic(), success.tenant()).stream()
                    .map(record -> Caller.tree(record.value()))
                    .toList();
            assertThat(scores.getLast().path("score").decimalValue()).isEqualByComparingTo("32.1");
            assertThat(scores)
                    .extracting(score -> score.path("score") + " of " + score.path("coverage"))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void shouldAccountForThePassingOfTime() {
        var account = success.customer(10);
        var producer = success.producer();
        producer.send(producer.finalized(UUID.randomUUID(), account, today().plusDays(1)));
        success.use(account, 8);
        success.eventually(
                "/customers/" + account + "/score",
                score -> assertThat(score.path("score").decimalValue()).isEqualByComparingTo("100"));
        // As if the last computation had been long ago, and the invoice had been due since.
        Sql.run("UPDATE receivable SET due_on = due_on - 16 WHERE account_id = '" + account + "'");
        Sql.run("UPDATE customer_score SET computed_at = computed_at - interval '25 hours' WHERE account_id = '"
                + account + "'");

        refresh.refreshAll();

        var score = success.json("/customers/" + account + "/score");
        assertThat(score.at("/components/2/value").decimalValue()).isEqualByComparingTo("50");
        assertThat(score.path("score").decimalValue()).isEqualByComparingTo("78.6");
        assertThat(tenants.as(success.tenant(), refresh::refresh)).isZero();
    }
}
