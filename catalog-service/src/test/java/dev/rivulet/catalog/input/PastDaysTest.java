package dev.rivulet.catalog.input;

import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever says that something happened today is right wherever it is today already. */
@QuarkusTest
class PastDaysTest {

    private final Caller sales = new Caller("sandbox-" + UUID.randomUUID(), "sales");
    private final Channel channel = new Channel(sales);

    /** It is two o'clock in the morning of 2 March in Moscow. */
    @BeforeEach
    void setTheClock() {
        Sql.run("INSERT INTO tenant_clock VALUES ('" + sales.tenant() + "', '2026-03-01T23:00:00Z')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signedOn", "passedOn", "confirmedOn", "givenOn", "heldOn", "agreedOn"})
    void shouldTakeTheLocalTodayAndNoLaterDay(String field) {
        say(field, "2026-03-03")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("date-in-future"))
                .body("errors[0].pointer", equalTo("/" + field));
        say(field, "2099-01-01").then().statusCode(422).body("errors[0].code", equalTo("date-in-future"));
        say(field, "2026-03-02")
                .then()
                .statusCode(
                        field.equals("signedOn") || field.equals("confirmedOn") || field.equals("givenOn") ? 200 : 201);
    }

    private Response say(String field, String day) {
        return switch (field) {
            case "signedOn" -> sales.advance("/partners/" + channel.prospect(), "contracts", """
                    {"reference": "P-1", "signedOn": "%s"}""".formatted(day));
            case "passedOn" -> {
                var playbook = channel.publishedPlaybook(sales.product());
                var partner = channel.inTraining();
                yield sales.post(
                        "/partners/" + partner + "/persons/" + channel.person(partner) + "/certifications",
                        Channel.certification(playbook).replace("2026-02-01", day));
            }
            case "confirmedOn" -> {
                var partner = channel.prospect();
                yield sales.advance(
                        "/partners/" + partner + "/references/" + channel.reference(partner),
                        "confirmations",
                        """
                        {"confirmedBy": "Lena Moser", "confirmedOn": "%s"}""".formatted(day));
            }
            case "givenOn" ->
                sales.advance(
                        "/case-studies/" + sales.caseStudy(sales.product(), sales.segment()), "consents", """
                        {"consent": "NAMED", "givenBy": "Anna Berger, HR head", "givenOn": "%s"}""".formatted(
                                        day));
            case "heldOn" ->
                sales.post(
                        "/products/" + sales.idea() + "/interviews",
                        Bodies.interview().replace("2026-02-03", day));
            default ->
                sales.post(
                        "/products/" + sales.idea() + "/pre-sales",
                        Bodies.preSale().replace("2026-02-17", day));
        };
    }
}
