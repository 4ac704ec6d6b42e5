package dev.rivulet.success.events;

import static dev.rivulet.success.Caller.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.rivulet.kit.testing.EventTypes;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import dev.rivulet.success.MrrStory;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies on the topics is what the schemas promise. */
@QuarkusTest
class PublishedEventsTest {

    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final String SCHEMA = ".schema.json";

    private final Caller success = Caller.sandbox();

    @Test
    void shouldPublishWhatTheSchemasPromise() throws IOException {
        var account = success.customer(10);
        success.use(account, 1);
        success.answer(account, "hr-head", 0);
        var promise = success.json("/promises").at("/items/0/id").asText();
        var etag = success.post("/promises/" + promise + "/measurements", """
                {"value":"71.5","measuredOn":"2025-04-15"}""").header("ETag");
        success.post("/promises/" + promise + "/confirmations", etag, "{\"confirmedBy\":\"Anna\"}")
                .then()
                .statusCode(200);

        var usage = valid("usage.events.v1", SuccessEvents.USAGE_RECORDED, "/test", 1);
        assertThat(usage.getFirst().key()).isEqualTo(account.toString());
        var scores = valid("success.score.state.v1", "dev.rivulet.success.score.changed.v1", "/rivulet/success", 2);
        assertThat(scores).allSatisfy(score -> assertThat(score.key()).isEqualTo(account.toString()));
        assertThat(scores)
                .extracting(score -> Long.valueOf(Topic.header(score, "ce_aggregateversion")))
                .isSorted()
                .doesNotHaveDuplicates();
        valid("success.task.events.v1", "dev.rivulet.success.task.opened.v1", "/rivulet/success", 1);
        valid("success.promise.events.v1", "dev.rivulet.success.promise.confirmed.v1", "/rivulet/success", 1);
        var answers = valid(
                "success.survey-answer.events.v1",
                "dev.rivulet.success.survey-answer.received.v1",
                "/rivulet/success",
                1);
        assertThat(answers)
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer.value()).contains("\"value\":0").doesNotContain("hr-head"));
    }

    @Test
    void shouldPublishWhatCameOfTasks() throws IOException {
        var task = "/tasks/"
                + success.post("/tasks", """
                        {"accountId":"%s","reason":"Call Anna","dueOn":"%s"}""".formatted(success.customer(10), today()))
                        .path("id");
        success.post(task + "/completions", "\"0\"", "{\"outcome\":\"LOST\",\"note\":\"Anna left\"}")
                .then()
                .statusCode(200);
        success.post(task + "/reopenings", "\"1\"", "{\"note\":\"Anna is back\"}")
                .then()
                .statusCode(200);
        var completed = valid("success.task.events.v1", "dev.rivulet.success.task.completed.v1", "/rivulet/success", 1);
        assertThat(completed.getFirst().value())
                .contains("\"outcome\":\"LOST\"")
                .doesNotContain("Anna");
        var reopened = valid("success.task.events.v1", "dev.rivulet.success.task.reopened.v1", "/rivulet/success", 1);
        assertThat(Topic.header(reopened.getFirst(), "ce_aggregateversion")).isEqualTo("2");
        assertThat(reopened.getFirst().value()).doesNotContain("Anna");
    }

    @Test
    void shouldPublishHowCustomersAreLookedAfter() throws IOException {
        success.put("/managers/mila/capacity", null, "{\"hoursPerWeek\":\"4\"}")
                .then()
                .statusCode(200);
        var account = success.customer(10);
        for (var model : List.of("HIGH", "TECH")) {
            success.post("/customers/" + account + "/touch-changes", """
                    {"model":"%s","reason":"Anna asked for it"}""".formatted(model))
                    .then()
                    .statusCode(201);
        }
        var changes = valid("success.touch.events.v1", "dev.rivulet.success.touch.changed.v1", "/rivulet/success", 2);
        assertThat(changes).extracting(ConsumerRecord::key).containsOnly(account.toString());
        assertThat(changes.getFirst().value())
                .contains("\"model\":\"HIGH\"", "\"manager\":\"mila\"", "\"waiting\":false")
                .doesNotContain("before", "Anna");
        assertThat(changes.getLast().value()).contains("\"model\":\"TECH\"", "\"before\":\"HIGH\"");
    }

    @Test
    void shouldPublishSharpMovesOfCohorts() throws IOException {
        var producer = success.producer();
        producer.send(producer.clock(Instant.parse("2025-09-01T13:00:00Z")));
        var story = new MrrStory(producer);
        story.cohort(YearMonth.of(2025, 1), 60, 3, 3, 3);
        story.cohort(YearMonth.of(2025, 2), 60, 3, 3, 3);
        story.cohort(YearMonth.of(2025, 3), 60, 30);
        story.send();
        var opened = valid(
                "success.cohort-case.events.v1", "dev.rivulet.success.cohort-case.opened.v1", "/rivulet/success", 1);
        assertThat(opened.getFirst().value()).contains("\"cohort\":\"2025-03\",\"age\":1");
        var path = "/cohort-cases/" + opened.getFirst().key();
        success.post(path + "/closures", success.get(path).header("ETag"), """
                {"reason":"EXPLAINED","note":"Anna left"}""")
                .then()
                .statusCode(200);
        var closed = valid(
                "success.cohort-case.events.v1", "dev.rivulet.success.cohort-case.closed.v1", "/rivulet/success", 1);
        assertThat(closed.getFirst().key()).isEqualTo(opened.getFirst().key());
        assertThat(closed.getFirst().value()).contains("EXPLAINED").doesNotContain("Anna");
    }

    @Test
    void shouldPublishWhatTheDaysBring() throws IOException {
        var producer = success.producer();
        var account = UUID.randomUUID();
        var start = LocalDate.of(2025, 3, 1);
        var end = LocalDate.of(2025, 7, 1);
        producer.send(producer.clock(Instant.parse("2025-05-15T12:00:00Z")));
        waitForOne("tenant_clock");
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.subscription(account, account, 0, 10, start, "ACTIVE", end, Producer.BENEFIT));
        var story = new MrrStory(producer);
        story.moved(account, "NEW", start, "49.00");
        story.send();
        success.eventually(
                "/renewals", renewals -> assertThat(renewals.path("items")).hasSize(1));
        waitForOne("revenue_movement");
        producer.send(producer.clock(Instant.parse("2025-06-02T12:00:00Z")));
        producer.send(producer.clock(Instant.parse("2025-07-02T12:00:00Z")));
        valid("success.promise.events.v1", "dev.rivulet.success.promise.overdue.v1", "/rivulet/success", 1);
        var decided =
                valid("success.renewal.events.v1", "dev.rivulet.success.renewal.decided.v1", "/rivulet/success", 1);
        assertThat(decided.getFirst().key()).isEqualTo(account.toString());
        assertThat(decided.getFirst().value()).contains("\"outcome\":\"RENEWED\"", "\"risk\":\"LOST\"");

        // The end is told late.
        story.moved(account, "CHURN", end, "-49.00").send();
        var corrected =
                valid("success.renewal.events.v1", "dev.rivulet.success.renewal.decided.v1", "/rivulet/success", 2);
        assertThat(corrected).hasSize(2);
        assertThat(corrected.getLast().value())
                .contains("\"outcome\":\"LOST\"", "\"mrrAfter\":{\"amount\":\"0.00\",\"currency\":\"EUR\"}");
    }

    @Test
    void shouldPublishWhomToAskAndWhatIsDisputed() throws IOException {
        var account = success.customer(10);
        var survey = success.post("/surveys", """
                {"name":"x","kind":"NPS","questions":{"en":"a","ru":"b"}}""");
        var path = "/surveys/" + survey.path("id");
        success.post(path + "/activations", survey.header("ETag"), "").then().statusCode(200);
        success.post(path + "/waves", """
                {"audience":{"people":[{"accountId":"%s","respondent":"ceo"}]}}""".formatted(account)).then().statusCode(201);
        valid("success.survey.events.v1", "dev.rivulet.success.survey-invitation.sent.v1", "/rivulet/success", 1);

        var promise = "/promises/" + success.json("/promises").at("/items/0/id").asText();
        var measured = success.post(promise + "/measurements", """
                {"value":"71.5","measuredOn":"2025-04-15"}""");
        var confirmed = success.post(promise + "/confirmations", measured.header("ETag"), "{\"confirmedBy\":\"Anna\"}");
        success.post(promise + "/contests", confirmed.header("ETag"), "{\"contestedBy\":\"Anna\",\"reason\":\"x\"}")
                .then()
                .statusCode(200);
        valid("success.promise.events.v1", "dev.rivulet.success.promise.contested.v1", "/rivulet/success", 1);
    }

    @Test
    void shouldPublishWhatBecomesOfRequests() throws IOException {
        var wish = success.post("/feedback", """
                {"accountId":"%s","kind":"WISH","text":"t","productId":"%s"}""".formatted(success.customer(10), Producer.named("product")))
                .path("id");
        var request = success.post("/requests", """
                {"feedbackId":"%s","title":"Certificates"}""".formatted(wish)).path("id");
        success.post("/requests/" + request + "/moves", "\"0\"", "{\"status\":\"DECLINED\",\"reason\":\"x\"}")
                .then()
                .statusCode(200);
        var states = valid("success.request.state.v1", "dev.rivulet.success.request.changed.v1", "/rivulet/success", 2);
        assertThat(states).allSatisfy(state -> assertThat(state.key()).isEqualTo(request.toString()));
        assertThat(Caller.tree(states.getLast().value()).path("status").asText())
                .isEqualTo("DECLINED");
        assertThat(states)
                .extracting(state -> Long.valueOf(Topic.header(state, "ce_aggregateversion")))
                .containsExactly(0L, 1L);
    }

    private void waitForOne(String table) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        Sql.number("SELECT count(*) FROM " + table + " WHERE tenant_id = ?", success.tenant()) == 1);
    }

    @Test
    void shouldPublishWhatIsOverdueAndWhoIsErased() throws IOException {
        var producer = success.producer();
        producer.send(producer.clock(Instant.parse("2025-01-01T12:00:00Z")));
        var account = success.customer(10, LocalDate.of(2025, 1, 1));
        success.eventually(
                "/promises?accountId=" + account,
                promises -> assertThat(promises.path("items")).hasSize(1));
        producer.send(producer.clock(Instant.parse("2025-04-02T12:00:00Z")));
        valid("success.promise.events.v1", "dev.rivulet.success.promise.overdue.v1", "/rivulet/success", 1);

        var ada = success.contact(account, "Ada Nowak");
        success.inRole("admin")
                .post("/contacts/" + ada + "/erasures", "{}")
                .then()
                .statusCode(200);
        var erased = valid("success.contact.events.v1", "dev.rivulet.success.contact.erased.v1", "/rivulet/success", 1);
        assertThat(erased.getFirst().key()).isEqualTo(ada.toString());
    }

    @Test
    void shouldAnnounceDeadLettersAsPromised() throws IOException {
        var producer = success.producer();
        producer.send(producer.subscription(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                1,
                today(),
                "ACTIVE",
                null,
                Producer.BENEFIT.replace("70", "52")));
        valid("success.dead-letter.events.v1", "dev.rivulet.success.dead-letter.parked.v1", "/rivulet/success", 1);
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldShipAnExampleThatIsValid(String type) throws IOException {
        var example = Caller.tree(Files.readString(EVENTS.resolve(type + ".example.json")));
        assertThat(schema(type).validate(example)).isEmpty();
        assertThat(schema(type).validate(Caller.tree("{}"))).isNotEmpty();
    }

    static Set<String> types() {
        return EventTypes.all();
    }

    /** The tenant's records, at least so many, each checked against the schema. */
    private List<ConsumerRecord<String, String>> valid(String topic, String type, String source, int atLeast)
            throws IOException {
        var records = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Topic.records(topic, success.tenant()).stream()
                                .filter(record -> type.equals(Topic.header(record, "ce_type")))
                                .toList(),
                        found -> found.size() >= atLeast);
        var schema = schema(type);
        for (var record : records) {
            assertThat(Topic.header(record, "ce_source")).isEqualTo(source);
            JsonNode payload = Caller.tree(record.value());
            assertThat(schema.validate(payload)).as(record.value()).isEmpty();
        }
        return records;
    }

    private static JsonSchema schema(String type) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(EVENTS.resolve(type + SCHEMA)));
    }
}
