package dev.rivulet.success;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.request.Wishes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;

/** Makes what the paths of the API are about, each thing in a state in which what the path offers is possible. */
final class Places {

    /** The days of the examples lie around this one. */
    private static final Instant NOW = Instant.parse("2025-04-16T12:00:00Z");

    private static final LocalDate START = LocalDate.of(2025, 2, 20);

    private final Caller admin = Caller.sandbox().inRole("admin");
    private final Producer producer = admin.producer();
    private final Wishes wishes = new Wishes(admin);
    private final UUID account;
    private final UUID contact;
    private final String survey;

    Places() {
        producer.send(producer.clock(NOW));
        account = customer();
        contact = admin.contact(account, "Ada Nowak");
        survey = activeSurvey();
        admin.put("/managers/mila.horn@acme.example/capacity", null, "{\"hoursPerWeek\": \"40\"}")
                .then()
                .statusCode(200);
    }

    Caller admin() {
        return admin;
    }

    /** An example of a body, referring to things that are there. */
    String filled(JsonNode example) {
        var body = example.isTextual() ? example.asText() : example.toString();
        for (var thing : things(body).entrySet()) {
            body = body.replaceAll("(\"" + thing.getKey() + "\":\\s*\\[?\")[^\"]+", "$1" + thing.getValue());
        }
        return body;
    }

    /** What examples refer to, by the names of their properties. */
    private Map<String, String> things(String body) {
        return Map.of(
                "accountId",
                account.toString(),
                "contactId",
                contact.toString(),
                "productId",
                Wishes.PRODUCT.toString(),
                "surveyId",
                survey,
                body.contains("feedbackIds") ? "feedbackIds" : "feedbackId",
                body.contains("feedbackId") ? wishes.wish(account) : "");
    }

    /** The path with a thing for each of its braces. */
    String at(String path) {
        var words = path.substring(1).split("/");
        if (!path.contains("{")) {
            return path;
        }
        var rest = path.substring(path.indexOf('}') + 1).replace("{language}", "en");
        return "/" + words[0] + "/" + thing(words[0], words.length > 2 ? words[2] : "") + rest;
    }

    private String thing(String collection, String step) {
        return switch (collection) {
            case "cohort-cases" -> cohortCase();
            case "contacts" -> admin.contact(account, "Ben Nowak").toString();
            case "customer-attributes" -> "industry";
            case "customers" -> (step.equals("journeys") ? customer() : account).toString();
            case "feedback" -> wishes.wish(account);
            case "journeys" -> journey();
            case "managers" -> "mila.horn@acme.example";
            case "message-templates" -> "welcome";
            case "problems" -> created("/problems", """
                    {"accountId": "%s", "title": "Certificates", "severity": "HIGH", "openedAt": "2025-03-01T09:30:00Z"}""".formatted(account));
            case "promises" -> promise(step);
            case "releases" -> release();
            case "requests" -> wishes.request(wishes.wish(account), "Certificates");
            case "score-models" -> scoreModel(step);
            case "surveys" -> step.equals("waves") ? survey : activeSurvey();
            case "tasks" -> task(step);
            case "trigger-rules" -> created("/trigger-rules", """
                    {"name": "Score", "condition": {"kind": "SCORE_BELOW", "at": "50"}}""");
            case "webhook-endpoints" -> "learning-platform";
            default -> throw new IllegalArgumentException(collection);
        };
    }

    private UUID customer() {
        return admin.customer(10, START);
    }

    private String activeSurvey() {
        var id = created("/surveys", """
                {"name": "s", "kind": "NPS", "questions": {"en": "q", "ru": "q"}}""");
        step("/surveys/" + id, "activations", "");
        return id;
    }

    private String journey() {
        return created("/journeys", """
                {"key": "%s", "name": "j", "definition": {"touch": "LOW", "atContracting": false,
                 "steps": [{"key": "review", "type": "REVIEW"}],
                 "exit": {"criteria": [{"kind": "PROMISE"}], "extendDays": 30, "mostExtensions": 2}}}""".formatted("k-" + UUID.randomUUID()));
    }

    private String promise(String step) {
        var customer = step.equals("computed-measurements") ? userOfLessons() : customer();
        var id = admin.json("/promises?accountId=" + customer).at("/items/0/id").asText();
        if (step.equals("confirmations") || step.equals("contests")) {
            step("/promises/" + id, "measurements", "{\"value\": \"71.5\", \"measuredOn\": \"2025-04-15\"}");
        }
        return id;
    }

    private UUID userOfLessons() {
        var customer = customer();
        admin.post("/usage-events", """
                {"events": [{"id": "%s", "source": "/acme/learning-portal", "accountId": "%s", "userId": "user-4711",
                 "metric": "lesson-completed", "quantity": "1", "occurredAt": "2025-04-14T09:30:00Z"}]}""".formatted(UUID.randomUUID(), customer))
                .then()
                .statusCode(202);
        admin.eventually(
                "/customers/" + customer + "/licences",
                licences -> assertThat(licences.path("active").asInt()).isEqualTo(1));
        return customer;
    }

    private String release() {
        var id = UUID.randomUUID();
        producer.send(producer.release(
                id, Wishes.PRODUCT, "Certificates", "[]", "[{\"accountId\":\"" + account + "\"}]", NOW));
        admin.eventually(
                "/releases", found -> assertThat(found.findValuesAsText("id")).contains(id.toString()));
        return id.toString();
    }

    private String scoreModel(String step) {
        var id = created("/score-models", """
                {"name": "Ours", "minimumCoverage": "0.5", "healthyFrom": "70", "criticalBelow": "50", "components": [
                 {"component": "NPS", "weight": 100, "scale": {"kind": "LINEAR", "worst": "0", "best": "10"}}]}""");
        if (step.equals("activations")) {
            step("/score-models/" + id, "shadows", "");
        }
        return id;
    }

    private String task(String step) {
        var id = created("/tasks", """
                {"accountId": "%s", "reason": "Send the plan", "dueOn": "2025-05-12"}""".formatted(account));
        if (step.equals("reopenings")) {
            step("/tasks/" + id, "completions", "{\"outcome\": \"RESOLVED\"}");
        }
        return id;
    }

    /** One month in which the fourth cohort lost a third, seen once its month had closed; the same case each time. */
    private String cohortCase() {
        if (admin.json("/cohort-cases").path("items").isEmpty()) {
            var story = new MrrStory(producer);
            story.cohort(YearMonth.of(2024, 8), 60, 3, 3, 3, 3, 2, 3, 2);
            story.cohort(YearMonth.of(2024, 9), 60, 2, 3, 3, 2, 3, 2);
            story.cohort(YearMonth.of(2024, 10), 60, 3, 3, 2, 3, 2);
            story.cohort(YearMonth.of(2024, 11), 60, 2, 20, 2, 2);
            story.send();
            admin.eventually(
                    "/cohort-cases", cases -> assertThat(cases.path("items")).isNotEmpty());
        }
        return admin.json("/cohort-cases").at("/items/0/id").asText();
    }

    private void step(String thing, String step, String body) {
        admin.post(thing + "/" + step, admin.get(thing).header("ETag"), body)
                .then()
                .statusCode(step.equals("measurements") ? 201 : 200);
    }

    private String created(String path, String body) {
        return admin.post(path, body).then().statusCode(201).extract().path("id");
    }
}
