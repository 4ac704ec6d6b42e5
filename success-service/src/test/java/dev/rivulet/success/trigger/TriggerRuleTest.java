package dev.rivulet.success.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TriggerRuleTest {

    private static final String NPS_COLLAPSES = """
            {"name":"Recommendation collapses","condition":{"kind":"SCORE_BELOW","component":"NPS","at":"30","rearmAt":"50"},
            "cooldownDays":0,"severity":"URGENT","dueInDays":0,"workingDays":false,"owner":"mila"}""";

    private final Caller success = Caller.fresh();

    @Test
    void shouldComeWithRulesThatCanBeChangedAndSwitchedOff() {
        success.get("/trigger-rules").then().statusCode(200).body("items.name", hasItem("Score is low"));
        var rule = builtIn("Score is low");
        var path = "/trigger-rules/" + rule.path("id").asText();
        assertThat(rule.at("/condition/at").asText()).isEqualTo("50");
        assertThat(rule.path("builtIn").asBoolean()).isTrue();

        success.patch(path, "\"0\"", "{\"enabled\":false}")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("revision", equalTo(1));
        success.patch(path, "\"1\"", "{\"condition\":{\"at\":\"60\",\"rearmAt\":\"70\"}}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        success.get(path + "/revisions")
                .then()
                .body("items", hasSize(2))
                .body("items[0].condition.at", equalTo("50"))
                .body("items[0].decidedBy", nullValue())
                .body("items[1].condition.at", equalTo("60"))
                .body("items[1].decidedBy", equalTo("success@" + success.tenant()));
        success.patch(path, "\"0\"", "{\"enabled\":true}").then().statusCode(412);

        var account = success.customer(10);
        success.use(account, 4);
        success.answer(account, "hr-head", 0);
        assertThat(success.json("/tasks?kind=SCORE_LOW").path("items"))
                .as("it is off")
                .isEmpty();
        var stranger = Caller.fresh();
        stranger.patch(path, "\"0\"", "{\"enabled\":false}")
                .then()
                .statusCode(200)
                .body("tenant", nullValue());
        assertThat(success.json(path).path("version").asInt())
                .as("each tenant has its own")
                .isEqualTo(2);
    }

    @Test
    void shouldWatchAComponentAndFireAgainOnlyAfterItsRecovery() {
        var created = success.post("/trigger-rules", NPS_COLLAPSES);
        created.then().statusCode(201).header("ETag", "\"0\"");
        var rule = Caller.tree(created.asString()).path("id").asText();
        var account = success.customer(10);
        success.use(account, 4);

        success.answer(account, "hr-head", 2);
        var task = tasksOf(rule).path(0);
        assertThat(tasksOf(rule)).hasSize(1);
        assertThat(task.path("reason").asText()).isEqualTo("NPS 20.0 < 30");
        assertThat(task.path("owner").asText()).isEqualTo("mila");
        assertThat(task.path("severity").asText()).isEqualTo("URGENT");
        done(task, "RESOLVED");

        success.answer(account, "hr-head", 4);
        success.answer(account, "hr-head", 2);
        assertThat(tasksOf(rule)).as("40 is no recovery").hasSize(1);
        success.answer(account, "hr-head", 5);
        success.answer(account, "hr-head", 2);
        assertThat(tasksOf(rule)).hasSize(2);
        done(tasksOf(rule).path(1), "FALSE_ALARM");

        success.get("/trigger-rules/" + rule + "/precision")
                .then()
                .statusCode(200)
                .body("trueAlarms", equalTo(1))
                .body("falseAlarms", equalTo(1))
                .body("waiting", equalTo(0))
                .body("precision", nullValue())
                .body("reason", equalTo("too-few"))
                .body("low", equalTo(0.0945f))
                .body("high", equalTo(0.9055f));
    }

    /** 7 of 10, with the published interval of Wilson's score; the eleventh says nothing of it. */
    @Test
    void shouldTellHowOftenItWasRightOnceItHasFiredOftenEnough() {
        var created = success.post("/trigger-rules", NPS_COLLAPSES);
        created.then().statusCode(201);
        var account = success.customer(10);
        success.use(account, 4);
        for (var outcome : List.of(
                "RESOLVED",
                "LOST",
                "RESOLVED",
                "FALSE_ALARM",
                "LOST",
                "RESOLVED",
                "FALSE_ALARM",
                "NO_ACTION",
                "RESOLVED",
                "FALSE_ALARM",
                "RESOLVED")) {
            success.answer(account, "hr-head", 2);
            var waiting = success.json("/tasks?owner=mila&status=OPEN").path("items");
            assertThat(waiting).hasSize(1);
            done(waiting.path(0), outcome);
            success.answer(account, "hr-head", 5);
        }

        success.get("/trigger-rules/" + created.path("id") + "/precision")
                .then()
                .statusCode(200)
                .body("trueAlarms", equalTo(7))
                .body("falseAlarms", equalTo(3))
                .body("unjudged", equalTo(1))
                .body("waiting", equalTo(0))
                .body("precision", equalTo(0.7f))
                .body("reason", nullValue())
                .body("low", equalTo(0.3968f))
                .body("high", equalTo(0.8922f));
    }

    @Test
    void shouldFireAgainAfterTheCooldownWithoutAnyEvent() {
        var sandbox = Caller.sandbox();
        var producer = sandbox.producer();
        var account = customer(sandbox, producer, "2025-03-03T12:00:00Z");
        var created =
                sandbox.post("/trigger-rules", NPS_COLLAPSES.replace("\"cooldownDays\":0", "\"cooldownDays\":10"));
        var rule = Caller.tree(created.asString()).path("id").asText();
        sandbox.answer(account, "hr-head", 2);
        var tasks = "/tasks?accountId=" + account + "&owner=mila";
        var first = sandbox.json(tasks).at("/items/0");
        sandbox.post("/tasks/" + first.path("id").asText() + "/completions", "\"0\"", "{\"outcome\":\"NO_ACTION\"}")
                .then()
                .statusCode(200);
        sandbox.answer(account, "hr-head", 9);
        sandbox.answer(account, "hr-head", 1);
        assertThat(sandbox.json(tasks).path("items")).as("it cools down").hasSize(1);

        producer.send(producer.clock(Instant.parse("2025-03-13T12:00:00Z")));
        sandbox.eventually(tasks, found -> {
            assertThat(found.path("items")).hasSize(2);
            assertThat(found.at("/items/1/ruleId").asText()).isEqualTo(rule);
            assertThat(found.at("/items/1/openedAt").asText()).isEqualTo("2025-03-13T12:00:00Z");
        });
    }

    @Test
    void shouldFireWhenTheScoreHasFallenWithin30Days() {
        var sandbox = Caller.sandbox();
        var producer = sandbox.producer();
        var account = customer(sandbox, producer, "2025-03-03T12:00:00Z");
        sandbox.post("/trigger-rules", """
                        {"name":"Score falls fast","condition":{"kind":"SCORE_DROP","at":"30"},"owner":"mila"}""").then().statusCode(201);
        sandbox.answer(account, "hr-head", 10);
        sandbox.answer(account, "hr-head", 0);
        var tasks = "/tasks?accountId=" + account + "&owner=mila";
        assertThat(sandbox.json(tasks).path("items"))
                .as("there was no score 30 days ago")
                .isEmpty();

        sandbox.answer(account, "hr-head", 10);
        producer.send(producer.clock(Instant.parse("2025-04-02T12:00:00Z")));
        shouldBeScored(sandbox, account, "2025-04-02T12:00:00Z");
        sandbox.answer(account, "hr-head", 4);
        assertThat(sandbox.json(tasks).path("items")).isEmpty();
        // No seat is used and nothing invoiced: of the 70 of 100 that are known NPS is 30.
        sandbox.answer(account, "hr-head", 3);
        assertThat(sandbox.json(tasks).path("items")).hasSize(1);
        assertThat(sandbox.json(tasks).at("/items/0/reason").asText())
                .isEqualTo("Score fell by 30.0 points in 30 days, to 12.9");
    }

    @Test
    void shouldWatchWhetherTheCustomerPays() {
        var account = success.customer(10);
        var producer = success.producer();
        producer.send(
                producer.finalized(UUID.randomUUID(), account, Caller.today().minusDays(20)));
        success.eventually("/tasks?kind=PAYMENT_OVERDUE", tasks -> {
            assertThat(tasks.path("items")).hasSize(1);
            assertThat(tasks.at("/items/0/reason").asText()).isEqualTo("An invoice is 20 days overdue");
        });
    }

    @Test
    void shouldReactToASuspensionOncePerCooldown() {
        var account = success.customer(10);
        var producer = success.producer();
        producer.send(producer.suspended(account, Caller.today()), producer.suspended(account, Caller.today()));
        success.eventually("/tasks?kind=PAYMENT_OVERDUE&accountId=" + account, tasks -> {
            assertThat(tasks.path("items")).hasSize(1);
            assertThat(tasks.at("/items/0/severity").asText()).isEqualTo("URGENT");
            assertThat(tasks.at("/items/0/reason").asText()).isEqualTo("Service is suspended for debts of 79.00 EUR");
        });
        success.post("/trigger-rules", "{\"name\":\"x\",\"condition\":{\"kind\":\"ACCOUNT_SUSPENDED\",\"at\":\"5\"}}")
                .then()
                .statusCode(400)
                .body("code", equalTo("condition-no-value"))
                .body("errors[0].pointer", equalTo("/condition"));
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"name":" ","condition":{"kind":"SCORE_BELOW","at":"50"}}                                  | validation-failed   | /name
            {"name":"x"}                                                                               | validation-failed   | /condition
            {"name":"x","condition":{"at":"50"}}                                                       | validation-failed   | /condition/kind
            {"name":"x","condition":{"kind":"SCORE_BELOW"}}                                            | condition-bound     | /condition/at
            {"name":"x","condition":{"kind":"SCORE_BELOW","at":"101"}}                                 | condition-bound     | /condition/at
            {"name":"x","condition":{"kind":"SCORE_BELOW","at":"-1"}}                                  | condition-bound     | /condition/at
            {"name":"x","condition":{"kind":"SCORE_BELOW","at":"50","rearmAt":"49"}}                   | condition-rearm     | /condition/rearmAt
            {"name":"x","condition":{"kind":"PAYMENT_OVERDUE","at":"5","rearmAt":"6"}}                 | condition-rearm     | /condition/rearmAt
            {"name":"x","condition":{"kind":"SCORE_BELOW","at":"50","worsening":"0"}}                  | condition-worsening | /condition/worsening
            {"name":"x","condition":{"kind":"SCORE_DROP","at":"101"}}                                  | condition-bound     | /condition/at
            {"name":"x","condition":{"kind":"SCORE_DROP","at":"20","rearmAt":"21"}}                    | condition-rearm     | /condition/rearmAt
            {"name":"x","condition":{"kind":"SCORE_DROP","at":"20","component":"NPS"}}                 | condition-component | /condition/component
            {"name":"x","condition":{"kind":"PAYMENT_OVERDUE","at":"5","component":"NPS"}}             | condition-component | /condition/component
            {"name":"x","cooldownDays":-1,"condition":{"kind":"SCORE_BELOW","at":"50"}}                | validation-failed   | /cooldownDays
            {"name":"x","dueInDays":366,"condition":{"kind":"SCORE_BELOW","at":"50"}}                  | validation-failed   | /dueInDays
            {"name":"x","queue":"Any Body","condition":{"kind":"SCORE_BELOW","at":"50"}}               | validation-failed   | /queue
            {"name":"x","owner":"@admin","condition":{"kind":"SCORE_BELOW","at":"50"}}                 | validation-failed   | /owner
            """)
    void shouldRefuseWhatIsNoRule(String rule, String code, String pointer) {
        success.post("/trigger-rules", rule)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    /** A customer of since 2025-01-01 who has a score of the time that it is now. */
    private static UUID customer(Caller sandbox, Producer producer, String now) {
        var account = UUID.randomUUID();
        producer.send(producer.clock(Instant.parse(now)));
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(UUID.randomUUID(), account, 0, 10, LocalDate.of(2025, 1, 1)));
        shouldBeScored(sandbox, account, now);
        return account;
    }

    private static void shouldBeScored(Caller sandbox, UUID account, String at) {
        sandbox.eventually(
                "/customers/" + account,
                customer ->
                        assertThat(customer.at("/score/computedAt").asText()).isEqualTo(at));
    }

    private void done(JsonNode task, String outcome) {
        success.post(
                        "/tasks/" + task.path("id").asText() + "/completions",
                        "\"0\"",
                        "{\"outcome\":\"" + outcome + "\"}")
                .then()
                .statusCode(200);
    }

    private JsonNode tasksOf(String rule) {
        var tasks = success.json("/tasks?owner=mila").path("items");
        assertThat(tasks)
                .allSatisfy(task -> assertThat(task.path("ruleId").asText()).isEqualTo(rule));
        return tasks;
    }

    private JsonNode builtIn(String name) {
        for (var rule : success.json("/trigger-rules?limit=200").path("items")) {
            if (rule.path("name").asText().equals(name)) {
                return rule;
            }
        }
        throw new AssertionError(name);
    }
}
