package dev.rivulet.catalog.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import dev.rivulet.catalog.partner.domain.PartnerStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class PartnerLifecycleTest {

    private static final String CONTRACT = "{\"reference\": \"P-2026-017\", \"signedOn\": \"2026-03-02\"}";
    private static final String REASON = "{\"reason\": \"Sold outside of its territory\"}";

    /** The transition that leads to each status but the first, with its body. */
    private static final Map<PartnerStatus, String[]> TRANSITIONS = Map.of(
            PartnerStatus.CONTRACTED, new String[] {"contracts", CONTRACT},
            PartnerStatus.TRAINING, new String[] {"trainings", "{}"},
            PartnerStatus.ACTIVE, new String[] {"activations", "{}"},
            PartnerStatus.SUSPENDED, new String[] {"suspensions", REASON},
            PartnerStatus.ENDED, new String[] {"endings", REASON});

    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);

    @Test
    void shouldGoThroughTheCycle() {
        var playbook = channel.publishedPlaybook(sales.product());
        var id = channel.prospect();
        var path = "/partners/" + id;
        take(path, PartnerStatus.CONTRACTED)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("CONTRACTED"))
                .body("contract.reference", equalTo("P-2026-017"))
                .body("contract.signedOn", equalTo("2026-03-02"));
        take(path, PartnerStatus.TRAINING).then().statusCode(200).body("status", equalTo("TRAINING"));
        channel.certify(id, channel.person(id), playbook);
        take(path, PartnerStatus.ACTIVE)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("certifiedPersons", equalTo(1))
                .body("maySell", equalTo(true));
        take(path, PartnerStatus.SUSPENDED)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"))
                .body("maySell", equalTo(false));
        take(path, PartnerStatus.ACTIVE).then().statusCode(200).body("maySell", equalTo(true));
        take(path, PartnerStatus.ENDED).then().statusCode(200).body("status", equalTo("ENDED"));

        sales.get(path + "/moves")
                .then()
                .statusCode(200)
                .body("items.from", contains("PROSPECT", "CONTRACTED", "TRAINING", "ACTIVE", "SUSPENDED", "ACTIVE"))
                .body("items.to", contains("CONTRACTED", "TRAINING", "ACTIVE", "SUSPENDED", "ACTIVE", "ENDED"))
                .body("items[0].reason", nullValue())
                .body("items[3].reason", equalTo("Sold outside of its territory"))
                .body("items[3].movedBy", equalTo("sales@" + sales.tenant()));
        sales.get(path + "/moves?limit=2").then().body("items.to", contains("CONTRACTED", "TRAINING"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseEveryOtherStep(PartnerStatus status) {
        var path = "/partners/" + partner(status);
        var etag = sales.get(path).header("ETag");
        for (var transition : TRANSITIONS.entrySet()) {
            if (!status.mayBecome(transition.getKey())) {
                take(path, transition.getKey()).then().statusCode(409).body("code", equalTo("partner-status"));
            }
        }
        sales.get(path).then().body("status", equalTo(status.name())).header("ETag", etag);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENDED")
    void shouldEndFromEverywhereForGood(PartnerStatus status) {
        var id = partner(status);
        var path = "/partners/" + id;
        take(path, PartnerStatus.ENDED).then().statusCode(200);
        sales.patch(path, etag(path), "{}").then().statusCode(409).body("code", equalTo("partner-ended"));
        sales.post(path + "/persons", "{\"name\": \"Jonas\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-ended"));
        sales.post(path + "/references", "{\"client\": \"Bergbahn\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-ended"));
    }

    @Test
    void shouldTrainOnlyWhomSomebodyLooksAfter() {
        String id = sales.post("/partners", "{\"name\": \"Nordsoft\", \"role\": \"RESELLER\"}")
                .path("id");
        channel.contract(id);
        var path = "/partners/" + id;
        take(path, PartnerStatus.TRAINING).then().statusCode(409).body("code", equalTo("partner-manager-missing"));
        sales.patch(path, "1", "{\"manager\": \"mila\"}").then().statusCode(200);
        take(path, PartnerStatus.TRAINING).then().statusCode(200);
        take(path, PartnerStatus.ACTIVE).then().statusCode(409).body("code", equalTo("partner-territory-missing"));
        sales.patch(path, "3", "{\"territory\": {\"countries\": [\"SE\"]}}")
                .then()
                .statusCode(200);
        take(path, PartnerStatus.ACTIVE)
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-not-certified"))
                .body("detail", equalTo("Nobody at Nordsoft is certified on a playbook as it is published now."));
        sales.http()
                .header("If-Match", "\"4\"")
                .header("Accept-Language", "ru")
                .post(path + "/activations")
                .then()
                .body("detail", equalTo("У партнёра Nordsoft никто не аттестован по действующему сценарию продаж."));
    }

    @Test
    void shouldNotActivateOnAStaleCertification() {
        var playbook = channel.publishedPlaybook(sales.product());
        var id = channel.inTraining();
        channel.certify(id, channel.person(id), playbook);
        channel.nextVersion(playbook);
        take("/partners/" + id, PartnerStatus.ACTIVE)
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-not-certified"));
    }

    @Test
    void shouldActivateOnceWhenTwoTryAtOnce() {
        var id = channel.inTraining();
        channel.certify(id, channel.person(id), channel.publishedPlaybook(sales.product()));
        var path = "/partners/" + id;
        var etag = sales.get(path).header("ETag");
        var attempts = Stream.generate(() -> CompletableFuture.supplyAsync(() -> sales.http()
                        .header("If-Match", etag)
                        .post(path + "/activations")
                        .statusCode()))
                .limit(6)
                .toList();
        assertThat(attempts.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 412);
        sales.get(path + "/moves").then().body("items.to", contains("CONTRACTED", "TRAINING", "ACTIVE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contracts   | {"signedOn": "2026-03-02"}                     | 400 | /reference | value-missing
            contracts   | {"reference": "P-1"}                           | 400 | /signedOn  | value-missing
            contracts   | {"reference": "P-1", "signedOn": "yesterday"}  | 400 | /signedOn  | wrong-type
            contracts   | {"reference": "P-1", "signedOn": "2999-01-01"} | 422 | /signedOn  | date-in-future
            endings     | {"reason": " "}                                | 400 | /reason    | value-missing
            endings     | {}                                             | 400 | /reason    | value-missing
            suspensions | {"why": "x"}                                   | 400 | /why       | unknown-property
            """)
    void shouldPointAtWhatIsWrong(String transition, String body, int status, String pointer, String code) {
        sales.advance("/partners/" + channel.prospect(), transition, body)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldWantTheVersionDecidedOn() {
        var path = "/partners/" + channel.prospect();
        sales.post(path + "/contracts", CONTRACT).then().statusCode(428);
        sales.http()
                .header("If-Match", "\"9\"")
                .contentType("application/json")
                .body(CONTRACT)
                .post(path + "/contracts")
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({"success", "billing", "ops", "partner"})
    void shouldLetSalesAndAdminDecide(String role) {
        var path = "/partners/" + channel.prospect();
        for (var transition : TRANSITIONS.values()) {
            sales.inRole(role)
                    .http()
                    .header("If-Match", "\"0\"")
                    .contentType("application/json")
                    .body(transition[1])
                    .post(path + "/" + transition[0])
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("role-missing"));
            Caller.as("admin")
                    .http()
                    .header("If-Match", "\"0\"")
                    .contentType("application/json")
                    .body(transition[1])
                    .post(path + "/" + transition[0])
                    .then()
                    .statusCode(404);
        }
    }

    private Response take(String path, PartnerStatus to) {
        var transition = TRANSITIONS.get(to);
        return sales.advance(path, transition[0], transition[1]);
    }

    private String etag(String path) {
        return sales.get(path).header("ETag").replace("\"", "");
    }

    private String partner(PartnerStatus status) {
        return switch (status) {
            case PROSPECT -> channel.prospect();
            case CONTRACTED -> {
                String id = sales.post("/partners", Bodies.partner()).path("id");
                channel.contract(id);
                yield id;
            }
            case TRAINING -> channel.inTraining();
            case ACTIVE -> channel.active(channel.publishedPlaybook(sales.product()));
            case SUSPENDED -> {
                var id = channel.active(channel.publishedPlaybook(sales.product()));
                take("/partners/" + id, PartnerStatus.SUSPENDED).then().statusCode(200);
                yield id;
            }
            case ENDED -> {
                var id = channel.prospect();
                take("/partners/" + id, PartnerStatus.ENDED).then().statusCode(200);
                yield id;
            }
        };
    }
}
