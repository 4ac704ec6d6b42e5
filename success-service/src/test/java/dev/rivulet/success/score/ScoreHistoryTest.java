package dev.rivulet.success.score;

import static dev.rivulet.success.Caller.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ScoreHistoryTest {

    private final Caller success = Caller.fresh();

    @Test
    void shouldKeepEveryChangeWithWhatEachComponentGave() {
        var account = success.customer(10);
        success.use(account, 4);
        success.answer(account, "hr-head", 9);
        success.answer(account, "hr-head", 3);

        var history = history(account);

        assertThat(history.at("/items/0/score").decimalValue()).isEqualByComparingTo("41.4");
        assertThat(history.at("/items/1/score").decimalValue()).isEqualByComparingTo("67.1");
        assertThat(history.at("/items/0/mrr/amount").asText()).isEqualTo("49.00");
        assertThat(history.at("/items/0/day").asText()).isEqualTo(today().toString());
        assertThat(history.at("/items/0/band").asText()).isEqualTo("CRITICAL");
        assertThat(history.at("/items/0/components/1/observed").decimalValue()).isEqualByComparingTo("3");
        assertThat(history.at("/items/0/components/1/ageDays").asInt()).isZero();
        for (var item : history.path("items")) {
            if (!item.path("score").isNull()) {
                var sum = StreamSupport.stream(item.path("components").spliterator(), false)
                        .map(part -> part.path("contribution").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(item.path("score").decimalValue());
            }
        }
        assertThat(success.json(base(account) + "/history?to=" + today().minusDays(1))
                        .path("items"))
                .isEmpty();
        var first = success.json(base(account) + "/history?limit=1");
        var second = success.json(base(account) + "/history?limit=1&cursor="
                + first.path("nextCursor").asText());
        assertThat(second.path("items").path(0)).isEqualTo(history.at("/items/1"));
    }

    @Test
    void shouldExplainAChangeToTheLastDigit() {
        var success = Caller.sandbox();
        var producer = success.producer();
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse("2025-01-01T12:00:00Z")));
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, LocalDate.of(2024, 11, 1)),
                producer.finalized(UUID.randomUUID(), account, LocalDate.of(2025, 1, 15)));
        // Nobody uses it (0 of 40), but nothing is overdue (100 of 30).
        success.eventually(
                "/customers/" + account + "/score",
                score -> assertThat(score.path("score").decimalValue())
                        .as(score.toString())
                        .isEqualByComparingTo("42.9"));
        producer.send(producer.clock(Instant.parse("2025-01-30T12:00:00Z")));
        success.eventually(
                "/customers/" + account + "/score",
                score -> assertThat(score.path("score").decimalValue()).isEqualByComparingTo("21.4"));
        success.post("/survey-answers", """
            {"accountId":"%s","kind":"NPS","value":8,"respondent":"ceo","answeredAt":"2025-01-30T12:00:00Z"}\
            """.formatted(account)).then().statusCode(201);

        var change = success.json("/customers/" + account + "/score/changes?from=2025-01-01&to=2025-01-30");

        // (0 * 40 + 80 * 30 + 50 * 30) / 100 = 39.0, which is 3.9 less: the invoice takes 15.0 by the weights after,
        // the answer pulls by 30 % of its distance from the 42.9 there were: 11.1.
        assertThat(change.path("change").decimalValue()).isEqualByComparingTo("-3.9");
        assertThat(parts(change)).containsExactly("NPS MISSING 11.1", "PAYMENT BEHAVIOUR -15.0");
        assertThat(change.at("/before/score").decimalValue()).isEqualByComparingTo("42.9");
        assertThat(change.at("/after/score").decimalValue()).isEqualByComparingTo("39.0");
        assertThat(change.path("reason").isNull()).isTrue();
        assertThat(success.json("/customers/" + account + "/score/changes?to=2025-01-30"))
                .isEqualTo(success.json("/customers/" + account + "/score/changes?from=2024-12-31&to=2025-01-30"));
        var sudden = success.json("/customers/" + account + "/score/changes?from=2024-12-01&to=2025-01-30");
        assertThat(sudden.path("change").isNull()).isTrue();
        assertThat(sudden.path("reason").asText()).isEqualTo("no-score-before");
        assertThat(sudden.path("before").isNull()).isTrue();
        assertThat(sudden.path("parts")).isEmpty();
    }

    @Test
    void shouldAddNothingToTheHistoryWhileOnlyTimeGoesBy() {
        var success = Caller.sandbox();
        var producer = success.producer();
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse("2025-01-01T12:00:00Z")));
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, LocalDate.of(2024, 11, 1)));
        success.eventually(
                "/customers/" + account + "/score",
                score -> assertThat(score.path("coverage").decimalValue()).isEqualByComparingTo("0.4"));
        success.post("/survey-answers", """
            {"accountId":"%s","kind":"NPS","value":8,"respondent":"ceo","answeredAt":"2025-01-01T12:00:00Z"}\
            """.formatted(account));
        var before = success.json("/customers/" + account + "/score/history")
                .path("items")
                .size();

        producer.send(producer.clock(Instant.parse("2025-01-11T12:00:00Z")));

        success.eventually("/customers/" + account + "/score", score -> {
            assertThat(score.path("computedAt").asText()).isEqualTo("2025-01-11T12:00:00Z");
            assertThat(score.at("/components/1/ageDays").asInt()).isEqualTo(10);
        });
        assertThat(success.json("/customers/" + account + "/score/history").path("items"))
                .hasSize(before);
    }

    @Test
    void shouldListTheMoneyAtRisk() {
        var low = success.customer(10);
        success.answer(low, "hr-head", 1);
        var high = success.customer(10);
        success.answer(high, "hr-head", 10);
        success.use(high, 9);
        success.eventually("/scores", page -> assertThat(page.path("items")).hasSize(2));
        // Usage is told of with a delay.
        success.eventually(
                "/customers/" + high + "/score",
                score -> assertThat(score.path("score").decimalValue()).isGreaterThan(BigDecimal.valueOf(50)));
        Sql.run("UPDATE customer_score SET mrr_minor = 9900 WHERE account_id = '" + high + "'");

        assertThat(accounts(success.json("/scores"))).containsExactly(low.toString(), high.toString());
        assertThat(accounts(success.json("/scores?sort=-mrr"))).containsExactly(high.toString(), low.toString());
        var risky = success.json("/scores?below=50&sort=-mrr");
        assertThat(accounts(risky)).containsExactly(low.toString());
        assertThat(risky.at("/items/0/name").asText()).isEqualTo("Acme");
        assertThat(risky.at("/items/0/mrr/amount").asText()).isEqualTo("49.00");
        assertThat(risky.at("/items/0/band").asText()).isEqualTo("CRITICAL");
        for (var sort : List.of("score", "-mrr")) {
            var first = success.json("/scores?limit=1&sort=" + sort);
            var rest = success.json("/scores?limit=1&sort=" + sort + "&cursor="
                    + first.path("nextCursor").asText());
            assertThat(accounts(rest)).hasSize(1).doesNotContainAnyElementsOf(accounts(first));
            assertThat(rest.has("nextCursor")).isFalse();
        }

        // 9,000 yen and 99.00 euros: by their smallest units the yen would be less.
        Sql.run("UPDATE customer_score SET mrr_minor = 9000, currency = 'JPY' WHERE account_id = '" + low + "'");
        success.get("/scores?sort=-mrr").then().statusCode(400).body("code", equalTo("currency-needed"));
        assertThat(accounts(success.json("/scores?sort=-mrr&currency=JPY"))).containsExactly(low.toString());
        assertThat(accounts(success.json("/scores?sort=-mrr&currency=EUR"))).containsExactly(high.toString());
        assertThat(accounts(success.json("/scores?currency=CHF"))).isEmpty();
        assertThat(accounts(success.json("/scores"))).containsExactly(low.toString(), high.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/scores?below=101, score-range",
        "/scores?below=low, parameter-invalid",
        "/scores?sort=name, sort-unknown",
        "/scores?cursor=x, cursor-invalid",
        "/scores?currency=euro, currency-unknown",
        "/customers/ID/score/history?cursor=x, cursor-invalid",
        "/customers/ID/score/history?from=2025-02-01&to=2025-01-01, range-backwards",
        "/customers/ID/score/changes?from=2025-02-01&to=2025-01-01, range-backwards",
        "/customers/ID/score/changes?from=1025-02-01, time-out-of-range",
        "/customers/ID/score/changes?since=2025-02-01, unknown-parameter",
    })
    void shouldRefuse(String path, String code) {
        var account = success.customer(1);
        success.get(path.replace("ID", account.toString()))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo(code));
    }

    private static List<String> parts(JsonNode change) {
        return StreamSupport.stream(change.path("parts").spliterator(), false)
                .map(part -> part.path("component").asText() + " "
                        + part.path("cause").asText() + " "
                        + part.path("points").decimalValue().setScale(1))
                .toList();
    }

    private static List<String> accounts(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(row -> row.path("accountId").asText())
                .toList();
    }

    private static String base(UUID account) {
        return "/customers/" + account + "/score";
    }

    private JsonNode history(UUID account) {
        return success.json(base(account) + "/history");
    }
}
