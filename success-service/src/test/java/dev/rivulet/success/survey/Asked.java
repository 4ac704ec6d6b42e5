package dev.rivulet.success.survey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Surveys of one tenant, and what comes of them. */
record Asked(Caller success) {

    static final String QUESTIONS = """
            {"en":"How likely are you to recommend us?","ru":"Насколько вероятно, что вы нас порекомендуете?"}""";

    /** An active survey. */
    String survey(String kind, boolean anonymous) {
        var draft = success.post("/surveys", """
                {"name":"Quarterly","kind":"%s","anonymous":%s,"minimumGroup":3,"questions":%s}""".formatted(kind, anonymous, QUESTIONS));
        draft.then().statusCode(201);
        var id = draft.path("id").toString();
        success.post("/surveys/" + id + "/activations", draft.header("ETag"), "")
                .then()
                .statusCode(200);
        return id;
    }

    /** A wave to these people, with more properties of the request, each followed by a comma. */
    JsonNode wave(String survey, String more, UUID account, String... people) {
        var named = Stream.of(people)
                .map(person -> "{\"accountId\":\"%s\",\"respondent\":\"%s\"}".formatted(account, person))
                .collect(Collectors.joining(","));
        return Caller.tree(
                success.post("/surveys/" + survey + "/waves", "{" + more + "\"audience\":{\"people\":[" + named + "]}}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString());
    }

    /** The paths of the links of all invitations of the survey so far, in the order of their people's names. */
    List<String> links(String survey, int atLeast) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Topic.records("success.survey.events.v1", success.tenant()).stream()
                                .map(record -> Caller.tree(record.value()))
                                .filter(sent -> sent.path("surveyId").asText().equals(survey))
                                .sorted((one, other) -> one.path("respondent")
                                        .asText()
                                        .compareTo(other.path("respondent").asText()))
                                .map(sent ->
                                        URI.create(sent.path("link").asText()).getPath())
                                .toList(),
                        links -> links.size() >= atLeast);
    }
}
