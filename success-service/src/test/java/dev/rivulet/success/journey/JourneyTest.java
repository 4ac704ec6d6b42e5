package dev.rivulet.success.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class JourneyTest {

    private static final String SHORT = """
            {"key":"short","name":"Short","definition":{"touch":"HIGH","atContracting":false,"steps":[
            {"key":"hello","type":"TASK","titleEn":"Say hello","titleRu":"Поздоровайтесь","dueInDays":1},
            {"key":"week","type":"WAIT","days":7}]}}""";

    private final Caller success = Caller.fresh();

    @Test
    void shouldBeDraftedPublishedAndNeverChangeAgain() {
        var created = success.post("/journeys", SHORT);
        created.then().statusCode(201).body("status", equalTo("DRAFT")).body("edition", equalTo(1));
        var path = "/journeys/" + Caller.tree(created.asString()).path("id").asText();
        var account = success.customer(10);
        success.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"short\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("journey-unknown"));
        success.patch(path, "\"0\"", "{\"name\":\"Shorter\"}")
                .then()
                .statusCode(200)
                .body("name", equalTo("Shorter"));
        success.patch(path, "\"1\"", "{\"key\":\"other\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("journey-key-stays"));
        success.post(path + "/editions", "{}").then().statusCode(409).body("code", equalTo("journey-draft-exists"));
        success.post(path + "/publications", "{}").then().statusCode(428);
        success.post(path + "/publications", "\"1\"", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
        success.patch(path, "\"2\"", "{\"name\":\"x\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("journey-published"));
        success.post("/journeys", SHORT).then().statusCode(422).body("code", equalTo("journey-key-taken"));
        success.post(path + "/editions", "{}").then().statusCode(201).body("edition", equalTo(2));
        Caller.fresh().get(path).then().statusCode(404);
    }

    /** Whoever comes second is told so, and not that something has broken. */
    @Test
    void shouldDraftOneOfTwoAtTheSameMoment() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 5; round++) {
                var body = SHORT.replace("\"short\"", "\"short-" + round + "\"");
                var answers = threads.invokeAll(Collections.<Callable<Integer>>nCopies(
                        6, () -> success.post("/journeys", body).statusCode()));
                var statuses = new ArrayList<Integer>();
                for (var answer : answers) {
                    statuses.add(answer.get());
                }
                assertThat(statuses)
                        .containsOnlyOnce(201)
                        .containsAnyOf(409, 422)
                        .isSubsetOf(201, 409, 422);
            }
        }
    }

    @Test
    void shouldTakeACustomerFromStepToStep() {
        var created = success.post("/journeys", SHORT);
        var id = Caller.tree(created.asString()).path("id").asText();
        success.post("/journeys/" + id + "/publications", "\"0\"", "{}").then().statusCode(200);
        var account = success.customer(10);
        success.get("/customers/" + account + "/journey").then().statusCode(404);
        success.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"short\",\"startAt\":\"nowhere\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("step-unknown"));
        success.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"short\"}")
                .then()
                .statusCode(201)
                .body("nextStep", equalTo("hello"));
        success.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"short\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("journey-running"));
        success.eventually("/customers/" + account + "/journey", journey -> {
            assertThat(journey.path("taken")).hasSize(2);
            assertThat(journey.at("/taken/0/result").asText()).isEqualTo("task");
        });
        success.get("/journeys/" + id + "/enrolments?status=ACTIVE")
                .then()
                .body("items", hasSize(1))
                .body("items[0].accountId", equalTo(account.toString()));
        success.http()
                .header("Accept-Language", "ru")
                .get("/tasks?accountId=" + account)
                .then()
                .body("items[0].reason", equalTo("Поздоровайтесь"))
                .body("items[0].owner", nullValue());
        success.get("/customers/" + account + "/touch").then().body("model", equalTo("HIGH"));
        success.get("/manager-waiting-list")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items[0].accountId", equalTo(account.toString()));
    }

    @Test
    void shouldWriteToThePeopleOfAFunctionInTheirLanguage() {
        var id = Caller.tree(success.post("/journeys", """
                        {"key":"letters","name":"Letters","definition":{"touch":"TECH","atContracting":false,"steps":[
                        {"key":"hello","type":"MESSAGE","template":"welcome","function":"hr HEAD"},
                        {"key":"nobody","type":"MESSAGE","template":"first-steps","function":"Pilot"},
                        {"key":"rest","type":"WAIT","days":1}]}}""").asString())
                .path("id")
                .asText();
        success.post("/journeys/" + id + "/publications", "\"0\"", "{}").then().statusCode(200);
        var account = success.customer(10);
        success.contact(account, "Ada Nowak");
        success.post("/customers/" + account + "/journeys", "{\"journeyKey\":\"letters\"}")
                .then()
                .statusCode(201);
        success.eventually(
                "/customers/" + account + "/journey",
                journey -> assertThat(journey.path("taken").findValuesAsText("result"))
                        .containsExactly("message", "nobody", "waits"));
        var messages = success.json("/messages?accountId=" + account).path("items");
        assertThat(messages).hasSize(1);
        assertThat(messages.at("/0/recipient").asText()).isEqualTo("ada.nowak@northwind.example");
        assertThat(messages.at("/0/template").asText()).isEqualTo("welcome");

        success.post("/journeys", """
                        {"key":"void","name":"Void","definition":{"touch":"TECH","atContracting":false,"steps":[
                        {"key":"hello","type":"MESSAGE","template":"no-such"}]}}""")
                .then()
                .statusCode(422)
                .body("code", equalTo("template-unknown"))
                .body("errors[0].pointer", equalTo("/definition/steps/0/template"));
    }

    @Test
    void shouldLetAManagerJoinAProspectAndKeepItWhenItBecomesACustomer() {
        var producer = success.producer();
        var deal = UUID.randomUUID();
        var account = UUID.randomUUID();
        producer.send(producer.contracting(deal, null));
        success.eventually(
                "/manager-waiting-list",
                waiting -> assertThat(waiting.at("/items/0/dealId").asText()).isEqualTo(deal.toString()));
        success.http()
                .contentType("application/json")
                .body("{\"hoursPerWeek\":\"40\"}")
                .put("/managers/mila/capacity")
                .then()
                .statusCode(200);
        success.get("/managers/mila/customers").then().body("items[0].dealId", equalTo(deal.toString()));
        producer.send(producer.won(deal, account));
        success.eventually("/customers/" + account + "/touch", touches -> {
            assertThat(touches.path("manager").asText()).isEqualTo("mila");
            assertThat(touches.path("model").asText()).isEqualTo("LOW");
        });
        assertThat(success.json("/customers/" + account + "/journey")
                        .path("dealId")
                        .asText())
                .isEqualTo(deal.toString());
        success.get("/managers/mila/customers").then().body("items[0].accountId", equalTo(account.toString()));
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"key":"a","type":"TASK"}                                                                   | step-incomplete    | /definition/steps/0
            {"key":"a","type":"MESSAGE"}                                                                | step-incomplete    | /definition/steps/0
            {"key":"a","type":"WEBHOOK"}                                                                | step-incomplete    | /definition/steps/0
            {"key":"a","type":"WAIT"}                                                                   | step-incomplete    | /definition/steps/0
            {"key":"a","type":"REVIEW"}                                                                 | step-incomplete    | /definition/steps/0
            {"key":"a","type":"CONDITION","criteria":[]}                                                | step-incomplete    | /definition/steps/0
            {"key":"a","type":"CONDITION","criteria":[{"kind":"SCORE"}]}                                | criterion-value    | /definition/steps/0/criteria/0
            {"key":"a","type":"CONDITION","criteria":[{"kind":"PROMISE","at":"5"}]}                     | criterion-value    | /definition/steps/0/criteria/0
            {"key":"a","type":"CONDITION","criteria":[{"kind":"SCORE","at":"5"}],"then":"a"}            | step-leads-nowhere | /definition/steps/0
            {"key":"a","type":"CONDITION","criteria":[{"kind":"SCORE","at":"5"}],"otherwise":"b"}       | step-leads-nowhere | /definition/steps/0
            {"key":"a","type":"WAIT","days":1},{"key":"a","type":"WAIT","days":1}                       | step-leads-nowhere | /definition/steps/1
            {"key":"A b","type":"WAIT","days":1}                                                        | validation-failed  | /definition/steps/0/key
            {"key":"a","type":"WAIT","days":0}                                                          | validation-failed  | /definition/steps/0/days
            {"key":"a","type":"CONDITION","criteria":[{"kind":"SCORE","at":"101"}]}                     | validation-failed  | /definition/steps/0/criteria/0/at
            """)
    void shouldRefuseWhatCannotBeWalked(String steps, String code, String pointer) {
        success.post(
                        "/journeys",
                        "{\"key\":\"x\",\"name\":\"X\",\"definition\":{\"touch\":\"LOW\",\"atContracting\":false,\"steps\":["
                                + steps + "]}}")
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
