package dev.rivulet.success.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CareTest {

    private final Caller success = Caller.fresh();
    private final Caller admin = success.inRole("admin");

    @Test
    void shouldSayWhoLooksAfterACustomer() {
        var path = "/customers/" + success.customer(10) + "/care";
        success.get(path).then().statusCode(200).header("ETag", "\"0\"").body("manager", nullValue());

        success.patch(path, "\"0\"", "{\"manager\":\" Mila.Horn@acme.example \"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("manager", equalTo("Mila.Horn@acme.example"));
        success.patch(path, "\"0\"", "{\"manager\":null}").then().statusCode(412);
        success.patch(path, null, "{\"manager\":null}").then().statusCode(428);
        success.patch(path, "\"1\"", "{\"manager\":\"otto\"}").then().statusCode(200);

        var changes = success.json(path.replace("care", "timeline?kind=MANAGER_CHANGED"))
                .path("items");
        assertThat(changes).hasSize(2);
        assertThat(changes.at("/0/facts/manager").asText()).isEqualTo("otto");
        assertThat(changes.at("/0/facts/before").asText()).isEqualTo("Mila.Horn@acme.example");
        assertThat(success.json("/customers?manager=OTTO").path("items")).hasSize(1);
        Caller.fresh().patch(path, "\"2\"", "{\"manager\":\"x\"}").then().statusCode(404);
    }

    @Test
    void shouldKeepAttributesTheTenantHasDeclared() {
        var path = "/customers/" + success.customer(10) + "/care";
        admin.put("/customer-attributes/industry", null, "{\"type\":\"TEXT\"}")
                .then()
                .statusCode(200);
        admin.put("/customer-attributes/employees", null, "{\"type\":\"NUMBER\"}")
                .then()
                .statusCode(200);
        admin.put("/customer-attributes/employees", null, "{\"type\":\"NUMBER\"}")
                .then()
                .statusCode(200);

        success.patch(path, "\"0\"", "{\"attributes\":{\"industry\":\"logistics\",\"employees\":\"250\"}}")
                .then()
                .statusCode(200);
        success.patch(path, "\"1\"", "{\"attributes\":{\"industry\":null}}")
                .then()
                .statusCode(200)
                .body("attributes", not(hasKey("industry")))
                .body("attributes.employees", equalTo("250"));
        success.patch(path, "\"2\"", "{\"attributes\":{\"employees\":\"many\"}}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("attribute-value"))
                .body("errors[0].pointer", equalTo("/attributes/employees"));
        success.patch(path, "\"2\"", "{\"attributes\":{\"colour\":\"red\"}}")
                .then()
                .statusCode(422)
                .body("code", equalTo("attribute-unknown"));
        admin.put("/customer-attributes/employees", null, "{\"type\":\"TEXT\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("attribute-used"));
        admin.http().delete("/customer-attributes/employees").then().statusCode(204);
        admin.http().delete("/customer-attributes/employees").then().statusCode(404);
        success.get(path).then().header("ETag", "\"3\"").body("attributes.size()", equalTo(0));
        assertThat(success.json("/customer-attributes").findValuesAsText("name"))
                .containsExactly("industry");
        assertThat(Caller.fresh().json("/customer-attributes").path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"manager":""}                                                  | 400 | /manager          | text-too-long
            {"segmentId":"x"}                                               | 400 | /segmentId        | wrong-type
            {"owner":"x"}                                                   | 400 | /owner            | unknown-property
            {"sponsorContactId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60"}     | 422 | /sponsorContactId | contact-unknown
            """)
    void shouldPointAtTheFault(String patch, int status, String pointer, String code) {
        success.patch("/customers/" + success.customer(10) + "/care", "\"0\"", patch)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource({"Industry", "9lives", "a_b"})
    void shouldRefuseNamesThatAreNoKeys(String name) {
        admin.put("/customer-attributes/" + name, null, "{\"type\":\"TEXT\"}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("attribute-name"));
    }

    @Test
    void shouldTakeTheSegmentFromTheDealUntilItIsSetHere() {
        var account = success.customer(10);
        var path = "/customers/" + account + "/care";
        var producer = success.producer();
        producer.send(
                producer.deal(UUID.randomUUID(), account, 0, "CONTRACTING", Instant.parse("2025-03-01T09:30:00Z")));
        success.eventually(
                path,
                care -> assertThat(care.path("segmentId").asText())
                        .isEqualTo(Producer.named("segment").toString()));

        var other = UUID.randomUUID();
        success.patch(path, "\"0\"", "{\"segmentId\":\"" + other + "\"}")
                .then()
                .statusCode(200)
                .body("segmentId", equalTo(other.toString()));
        assertThat(success.json("/customers?segmentId=" + other).path("items")).hasSize(1);
    }
}
