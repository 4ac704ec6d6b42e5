package dev.rivulet.success;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.success.request.Wishes;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Anybody can make up a cursor: whatever no list of the contract has given is refused, and is no failure of ours. */
@QuarkusTest
class CursorContractTest {

    private static final String ID = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60";
    private static final String TIME = "2026-03-01T12:00:00Z";
    private static final String TEXT = "text";

    /** A list with the name in its cursors, and values of the types that its places have. */
    private record Listed(String url, String name, List<String> place) {

        static Listed of(String url, String name, String... place) {
            return new Listed(url, name, List.of(place));
        }

        String path() {
            return url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        }

        /** Places that this list never gives. */
        List<List<String>> impossible() {
            var made = new ArrayList<List<String>>();
            made.add(List.of());
            made.add(place.subList(1, place.size()));
            made.add(place.subList(0, place.size() - 1));
            made.add(Stream.concat(place.stream(), Stream.of(ID)).toList());
            made.add(Stream.concat(Stream.of(ID), place.stream()).toList());
            for (var index = 0; index < place.size(); index++) {
                for (var value : impossible(place.get(index))) {
                    var wrong = new ArrayList<>(place);
                    wrong.set(index, value);
                    made.add(wrong);
                }
            }
            return made;
        }

        private static Set<String> impossible(String value) {
            return switch (value) {
                case ID -> Set.of("x", "");
                case TEXT -> Set.of("a\0b");
                case TIME -> Set.of("x", "", "2026-03-01", "+999999999-12-31T23:59:59Z");
                case "2026-03-01" -> Set.of("x", "", "+999999999-12-31", "-4712-01-01");
                case "1.5" -> Set.of("x", "", "1E+999999999", "NaN");
                default -> Set.of("x", "", "99999999999999999999", "1.5");
            };
        }
    }

    private static final List<Listed> LISTS = List.of(
            Listed.of("/cohort-cases", "cohort-cases", ID),
            Listed.of("/cohort-changes", "cohort-changes", TIME, ID),
            Listed.of("/customers", "customers openedAt", ID),
            Listed.of("/customers?sort=name", "customers name", TEXT, ID),
            Listed.of("/customers?sort=mrr&currency=EUR", "customers mrr", "1", ID),
            Listed.of("/customers?sort=-mrr&currency=EUR", "customers -mrr", "1", ID),
            Listed.of("/customers?sort=score", "customers score", "1.5", ID),
            Listed.of("/customers/{id}/interactions", "interactions", ID),
            Listed.of("/customers/{id}/licence-assignments", "licence-assignments", TEXT),
            Listed.of("/customers/{id}/score/history", "score-history", "1"),
            Listed.of("/customers/{id}/timeline", "timeline", TIME, ID),
            Listed.of("/customers/{id}/usage-corrections", "usage-corrections", ID),
            Listed.of("/dead-letters", "dead-letters", ID),
            Listed.of("/feedback", "feedback", ID),
            Listed.of("/journeys", "journeys", ID),
            Listed.of("/journeys/{id}/enrolments", "journey-enrolments", ID),
            Listed.of("/manager-waiting-list", "manager-waiting-list", TIME, ID),
            Listed.of("/managers/{manager}/customers", "manager-customers", ID),
            Listed.of("/messages", "messages", ID),
            Listed.of("/metrics/licences", "licences", TEXT, "1", ID),
            Listed.of("/problems", "problems", ID),
            Listed.of("/promises", "promises", ID),
            Listed.of("/promises/{id}/history", "promise-history", ID),
            Listed.of("/promises/{id}/measurements", "promise-measurements", ID),
            Listed.of("/releases", "releases", TIME, ID),
            Listed.of("/releases/{id}/accounts", "release-accounts", ID),
            Listed.of("/renewals", "renewals renewalOn", "2026-03-01", ID),
            Listed.of("/renewals?sort=-mrr&currency=EUR", "renewals -mrr", "1", ID),
            Listed.of("/requests", "requests createdAt", ID),
            Listed.of("/requests?sort=-mrr&currency=EUR", "requests -mrr EUR", "1", "1", ID),
            Listed.of("/requests?sort=-accounts&currency=EUR", "requests -accounts EUR", "1", "1", ID),
            Listed.of("/requests/{id}/accounts", "request-accounts", ID),
            Listed.of("/requests/{id}/merges", "request-merges", ID),
            Listed.of("/score-models", "score-models", ID),
            Listed.of("/score-models/{id}/backtests", "score-backtests", ID),
            Listed.of("/score-models/{id}/comparisons", "score-comparisons", ID),
            Listed.of("/score-models/{id}/replays/{accountId}", "score-replays", "1"),
            Listed.of("/scores", "scores score", "1.5", ID),
            Listed.of("/scores?sort=-mrr&currency=EUR", "scores -mrr", "1", ID),
            Listed.of("/survey-answers", "survey-answers", ID),
            Listed.of("/survey-invitations", "survey-invitations", ID),
            Listed.of("/surveys", "surveys", ID),
            Listed.of("/surveys/{id}/comments", "survey-comments", ID),
            Listed.of("/surveys/{id}/waves", "survey-waves", ID),
            Listed.of("/tasks", "tasks openedAt", ID),
            Listed.of("/tasks?sort=dueOn", "tasks dueOn", "2026-03-01", ID),
            Listed.of("/tasks?sort=-severity", "tasks -severity", "1", ID),
            Listed.of("/tasks?sort=-moneyAtRisk", "tasks -moneyAtRisk", "1.5", ID),
            Listed.of("/trigger-rules", "trigger-rules", ID),
            Listed.of("/trigger-rules/{id}/revisions", "trigger-rule-revisions", ID),
            Listed.of("/usage-conflicts", "usage-conflicts", ID),
            Listed.of("/webhook-calls", "webhook-calls", ID),
            Listed.of("/webhook-endpoints", "webhook-endpoints", TEXT));

    private final Caller admin = Caller.fresh().inRole("admin");

    @Test
    void shouldKnowEveryListOfTheContract() {
        var contract = Caller.tree(given().get("/q/openapi?format=json").asString());
        var pages = new TreeSet<String>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().at("/get/parameters").forEach(parameter -> {
                    if (parameter.path("name").asText().equals("cursor")) {
                        pages.add(path.getKey());
                    }
                }));
        assertThat(LISTS).extracting(Listed::path).containsAll(pages);
        assertThat(pages).containsAll(LISTS.stream().map(Listed::path).toList());
    }

    @Test
    void shouldRefuseEveryCursorThatTheListHasNotGiven() {
        var account = admin.customer(5);
        haveLists(account);
        for (var list : LISTS) {
            var url = list.url()
                    .replace("{id}", owner(list.url(), account))
                    .replace("{accountId}", account.toString())
                    .replace("{manager}", "mila");
            var good =
                    admin.get(with(url, Cursor.encode(list.name(), list.place().toArray())));
            assertThat(good.statusCode())
                    .as("a place of %s: %s", url, good.asString())
                    .isEqualTo(200);

            for (var place : list.impossible()) {
                refused(url, Cursor.encode(list.name(), place.toArray()), place);
            }
            refused(url, Cursor.encode("another list", list.place().toArray()), "another list");
        }
    }

    /** What lists are of that are found under something else, unless every tenant has it. */
    private void haveLists(UUID account) {
        var wishes = new Wishes(admin);
        wishes.request(wishes.wish(account), "Certificates");
        admin.post("/surveys", "{\"name\":\"s\",\"kind\":\"NPS\",\"questions\":{\"en\":\"q\",\"ru\":\"q\"}}")
                .then()
                .statusCode(201);
        var producer = admin.producer();
        producer.send(producer.release(
                UUID.randomUUID(), Wishes.PRODUCT, "Certificates", "[]", "[]", Instant.parse("2026-03-17T09:00:00Z")));
        for (var owners : List.of("/releases", "/promises")) {
            admin.eventually(owners, page -> assertThat(page.path("items")).isNotEmpty());
        }
    }

    private String owner(String url, UUID account) {
        return !url.contains("/{id}")
                ? ""
                : url.startsWith("/customers")
                        ? account.toString()
                        : admin.json(url.substring(0, url.indexOf("/{")))
                                .at("/items/0/id")
                                .asText();
    }

    private void refused(String url, String cursor, Object what) {
        var answer = admin.get(with(url, cursor));
        assertThat(answer.statusCode())
                .as("%s at %s: %s", what, url, answer.asString())
                .isEqualTo(400);
        assertThat(answer.<String>path("errors[0].code"))
                .as("%s at %s", what, url)
                .isEqualTo("cursor-invalid");
        assertThat(answer.<String>path("errors[0].pointer"))
                .as("%s at %s", what, url)
                .isEqualTo("?cursor");
    }

    private static String with(String url, String cursor) {
        return url + (url.contains("?") ? "&" : "?") + "cursor=" + cursor;
    }
}
