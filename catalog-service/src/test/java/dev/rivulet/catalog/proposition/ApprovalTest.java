package dev.rivulet.catalog.proposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ApprovalTest {

    private static final String REASON = "{\"reason\": \"The pain is ours, not theirs\"}";

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldApproveForGood() {
        var path = path(sales.proposition(sales.product(), sales.segment()));
        sales.http().post(path + "/reviews").then().statusCode(428);
        sales.http().header("If-Match", "\"7\"").post(path + "/reviews").then().statusCode(412);
        sales.advance(path, "reviews").then().statusCode(200).body("status", equalTo("REVIEW"));
        sales.patch(path, "1", "{\"oneLiner\": \"Other\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("proposition-in-review"));
        sales.inRole("admin")
                .advance(path, "approvals")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("APPROVED"))
                .body("role", equalTo("CHAMPION"))
                .body("propositionVersion", equalTo(1))
                .body("approvedAt", notNullValue());
        sales.patch(path, "2", "{\"oneLiner\": \"Other\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("proposition-approved"));
    }

    @Test
    void shouldSendBackWithAReason() {
        var path = path(sales.proposition(sales.product(), sales.segment()));
        sales.advance(path, "reviews").then().statusCode(200);
        sales.advance(path, "returns", "{\"reason\": \" \"}").then().statusCode(400);
        sales.advance(path, "returns", REASON)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("returnReason", containsString("not theirs"));
        sales.patch(path, "2", "{\"pains\": [\"Nobody learns anything\"]}")
                .then()
                .statusCode(200);
        sales.advance(path, "reviews").then().statusCode(200).body("returnReason", nullValue());
    }

    /** Every transition from every state; what is not named here as legal is refused. */
    @ParameterizedTest
    @CsvSource({
        "DRAFT, reviews, 200",
        "DRAFT, returns, 409",
        "DRAFT, approvals, 409",
        "REVIEW, reviews, 409",
        "REVIEW, returns, 200",
        "REVIEW, approvals, 200",
        "APPROVED, reviews, 409",
        "APPROVED, returns, 409",
        "APPROVED, approvals, 409",
        "SUPERSEDED, reviews, 409",
        "SUPERSEDED, returns, 409",
        "SUPERSEDED, approvals, 409"
    })
    void shouldKnowWhereEachStateMayGo(String state, String transition, int status) {
        var answer = sales.advance(path(inState(state)), transition, transition.equals("returns") ? REASON : "");
        answer.then().statusCode(status);
        if (status == 409) {
            answer.then().body("code", equalTo("proposition-transition")).body("detail", containsString(state));
        }
    }

    private String inState(String state) {
        var id = sales.proposition(sales.product(), sales.segment());
        switch (state) {
            case "REVIEW" -> sales.advance(path(id), "reviews").then().statusCode(200);
            case "APPROVED" -> sales.approve(id);
            case "SUPERSEDED" -> sales.approve(next(sales.approve(id)));
            default -> {}
        }
        return id;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRADITIONAL_WAY                               | COMPETITOR                                 | argument-traditional-missing | /arguments
            "against": "COMPETITOR"                       | "against": "TRADITIONAL_WAY"               | argument-competitor-missing  | /arguments
            The fastest soft-skills training of employees | We are a leading vendor                    | lint-error                   | /oneLiner
            Ten minutes a day on the phone                | A complex end-to-end platform              | lint-error                   | /solution
            Ten minutes a day on the phone                | Комплексная система автоматизации обучения | lint-error                   | /solution
            Trainings cost a lot and nothing changes      | Our profits fall every year                | lint-error                   | /pains/0
            """)
    void shouldRefuseWhatIsNotReady(String right, String wrong, String code, String pointer) {
        var body = Bodies.proposition(sales.product(), sales.segment()).replace(right, wrong);
        String id = sales.post("/value-propositions", body).path("id");
        sales.advance(path(id), "reviews").then().statusCode(200);
        sales.get(path(id) + "/findings").then().statusCode(200).body("approvable", equalTo(false));
        sales.advance(path(id), "approvals")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
        sales.get(path(id)).then().body("status", equalTo("REVIEW"));
    }

    @Test
    void shouldSayWhatIsMissingBeforeAnybodyAsks() {
        var body = Bodies.proposition(sales.product(), sales.segment())
                .replaceFirst("(?s)\"arguments\".*?\"benefit\"", "\"benefit\"");
        String id = sales.post("/value-propositions", body).path("id");
        sales.http()
                .header("Accept-Language", "ru")
                .get(path(id) + "/findings")
                .then()
                .statusCode(200)
                .body("missing.code", contains("argument-traditional-missing", "argument-competitor-missing"))
                .body("findings.code", contains("unproven-claim"))
                .body("findings[0].severity", equalTo("WARNING"))
                .body("findings[0].pointer", equalTo("/oneLiner"))
                .body("findings[0].excerpt", equalTo("The fastest"))
                .body("findings[0].text", containsString("доказательства"));
        var good = sales.proposition(sales.product(), sales.segment());
        sales.get(path(good) + "/findings")
                .then()
                .body("approvable", equalTo(true))
                .body("missing", empty())
                .body("findings", empty());
    }

    @Test
    void shouldSupersedeByTheNextVersion() {
        var first = sales.approved(sales.product(), sales.segment());
        var second = next(first);
        sales.get(path(second))
                .then()
                .body("status", equalTo("DRAFT"))
                .body("propositionVersion", equalTo(2))
                .body("solution", equalTo("Ten minutes a day on the phone"));
        sales.get(path(first)).then().body("status", equalTo("APPROVED"));
        sales.http()
                .contentType("application/json")
                .post(path(first) + "/versions")
                .then()
                .statusCode(409)
                .body("code", equalTo("version-drafted"));
        sales.patch(path(second), "0", "{\"segmentId\": \"" + sales.segment() + "\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("version-place-fixed"));
        sales.patch(path(second), "0", "{\"solution\": \"Five minutes a day\"}")
                .then()
                .statusCode(200);

        sales.approve(second);
        sales.get(path(first))
                .then()
                .body("status", equalTo("SUPERSEDED"))
                .body("role", nullValue())
                .body("solution", equalTo("Ten minutes a day on the phone"));
        sales.get(path(second)).then().body("status", equalTo("APPROVED")).body("role", equalTo("CHAMPION"));
        sales.get(path(first) + "/versions").then().statusCode(200).body("id", contains(second, first));
        sales.http()
                .contentType("application/json")
                .post(path(first) + "/versions")
                .then()
                .statusCode(409)
                .body("code", equalTo("proposition-not-approved"));
    }

    @RepeatedTest(3)
    void shouldHaveOneChampionHoweverManyAreApprovedAtOnce() throws Exception {
        var product = sales.product();
        var segment = sales.segment();
        var rivals = List.of(
                sales.proposition(product, segment),
                sales.proposition(product, segment),
                sales.proposition(product, segment),
                sales.proposition(product, segment));
        rivals.forEach(id -> sales.advance(path(id), "reviews").then().statusCode(200));

        var statuses = atOnce(rivals.stream()
                .<Callable<Integer>>map(
                        id -> () -> sales.advance(path(id), "approvals").statusCode())
                .toList());

        assertThat(statuses).containsOnly(200);
        List<String> roles = sales.get("/value-propositions?status=APPROVED").path("items.role");
        assertThat(roles).containsExactlyInAnyOrder("CHAMPION", "CHALLENGER", "CHALLENGER", "CHALLENGER");
    }

    @RepeatedTest(5)
    void shouldApproveOnceWhenTwoApproveTheSame() throws Exception {
        var id = sales.proposition(sales.product(), sales.segment());
        sales.advance(path(id), "reviews").then().statusCode(200);
        Callable<Integer> approve = () -> sales.http()
                .header("If-Match", "\"1\"")
                .post(path(id) + "/approvals")
                .statusCode();

        assertThat(atOnce(List.of(approve, approve, approve, approve)))
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 412);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    @Test
    void shouldHideOtherTenantsPropositions() {
        var id = sales.approved(sales.product(), sales.segment());
        var stranger = Caller.as("admin");
        for (var part : List.of("/versions", "/findings", "/performance", "/renderings/one-liner")) {
            stranger.get(path(id) + part).then().statusCode(404);
        }
        for (var transition : List.of("reviews", "approvals", "promotions")) {
            stranger.http()
                    .header("If-Match", "\"0\"")
                    .post(path(id) + "/" + transition)
                    .then()
                    .statusCode(404);
        }
        stranger.http()
                .contentType("application/json")
                .post(path(id) + "/versions")
                .then()
                .statusCode(404);
        sales.inRole("ops").get(path(id) + "/versions").then().statusCode(200).body("id", hasItem(id));
    }

    private String next(String id) {
        return sales.http()
                .contentType("application/json")
                .post(path(id) + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String path(String id) {
        return "/value-propositions/" + id;
    }
}
