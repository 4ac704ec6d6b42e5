package dev.rivulet.success.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RenewalPolicyTest {

    private static final String PATH = "/renewal-policy";
    private static final String USUAL = """
            {"scoreFall":"10","steepScoreFall":"25","enoughUse":"0.8","littleUse":"0.5","unpaidDays":30,\
            "silentDays":60,"manyReasons":3,"goodReasons":2}""";

    private final Caller success = Caller.fresh();
    private final Caller admin = success.inRole("admin");

    @Test
    void shouldJudgeByTheTenantsThresholdsFromTheNextRequestOn() {
        var account = UUID.randomUUID();
        var producer = success.producer();
        producer.send(
                producer.account(account, 0, "Quiet", "UTC"),
                Yearly.of(producer, account, Caller.today().minusDays(300)).state(0, "1200.00", null));
        // Ten seats of which nobody uses any after 300 days.
        success.eventually("/renewals?accountId=" + account, found -> {
            assertThat(found.at("/items/0/risk").asText()).isEqualTo("HIGH");
            assertThat(found.at("/items/0/policy").asText()).isEqualTo("renewal-risk-1");
        });

        admin.put(PATH, "\"0\"", USUAL.replace("\"0.5\"", "\"0\""))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("littleUse", equalTo("0"))
                .body("policy", equalTo("renewal-risk-1.1"));
        var judged = success.json("/renewals?accountId=" + account).at("/items/0");
        assertThat(judged.path("risk").asText()).isEqualTo("MEDIUM");
        assertThat(judged.path("policy").asText()).isEqualTo("renewal-risk-1.1");
        assertThat(success.json("/renewals/forecast").path("policy").asText()).isEqualTo("renewal-risk-1.1");
        success.get(PATH).then().header("ETag", equalTo("\"1\"")).body("unpaidDays", equalTo(30));
        Caller.fresh().get(PATH).then().header("ETag", equalTo("\"0\"")).body("littleUse", equalTo("0.5"));
    }

    @Test
    void shouldChangeOnWhatWasReadOnly() {
        success.get(PATH)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("policy", equalTo("renewal-risk-1"))
                .body("scoreFall", equalTo("10"))
                .body("goodReasons", equalTo(2));
        admin.put(PATH, null, USUAL).then().statusCode(428);
        admin.put(PATH, "\"1\"", USUAL).then().statusCode(412);
        success.put(PATH, "\"0\"", USUAL).then().statusCode(403);
        success.inRole("partner").get(PATH).then().statusCode(403);
        admin.put(PATH, "\"0\"", USUAL).then().statusCode(200);
        admin.put(PATH, "\"0\"", USUAL).then().statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({
        "'scoreFall\":\"10\"', 'scoreFall\":\"0\"', 400, /scoreFall, renewal-policy-range",
        "'enoughUse\":\"0.8\"', 'enoughUse\":\"1.1\"', 400, /enoughUse, renewal-policy-range",
        "'unpaidDays\":30', 'unpaidDays\":0', 400, /unpaidDays, renewal-policy-range",
        "'manyReasons\":3', 'manyReasons\":8', 400, /manyReasons, renewal-policy-range",
        "'\"goodReasons\":2', '\"goodReasons\":null', 400, /goodReasons, value-missing",
        "'steepScoreFall\":\"25\"', 'steepScoreFall\":\"9\"', 422, /steepScoreFall, renewal-policy-order",
        "'littleUse\":\"0.5\"', 'littleUse\":\"0.9\"', 422, /littleUse, renewal-policy-order"
    })
    void shouldRefuseWhatMakesNoSense(String from, String to, int status, String pointer, String code) {
        assertThat(USUAL).contains(from);
        admin.put(PATH, "\"0\"", USUAL.replace(from, to))
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
        admin.get(PATH).then().header("ETag", equalTo("\"0\""));
    }
}
