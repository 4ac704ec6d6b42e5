package dev.rivulet.catalog.partner;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PersonResourceTest {

    private static final String JONAS = "{\"name\": \"Jonas Leitner\", \"email\": \"jonas@alpenland.example\"}";

    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);
    private String persons;

    @BeforeEach
    void addAPartner() {
        persons = "/partners/" + channel.prospect() + "/persons";
    }

    @Test
    void shouldAddReadAndChangeAPerson() {
        var created = sales.post(persons, JONAS);
        created.then().statusCode(201).header("ETag", "\"0\"").body("leftAt", nullValue());
        var path = created.header("Location");
        sales.inRole("ops").get(path).then().statusCode(200).body("email", equalTo("jonas@alpenland.example"));
        sales.patch(path, "0", "{\"email\": null, \"name\": \"Йонас\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Йонас"))
                .body("email", nullValue());
        sales.patch(path, "0", "{}").then().statusCode(412);
        String second = sales.post(persons, "{\"name\": \"Ida\"}").path("id");
        sales.get(persons).then().body("items.name", contains("Йонас", "Ida"));
        sales.get(persons + "?limit=1").then().body("items.name", contains("Йонас"));
        sales.get(persons + "/" + second).then().body("name", equalTo("Ida"));
    }

    @Test
    void shouldLeaveOnce() {
        var path = sales.post(persons, JONAS).header("Location");
        sales.http().post(path + "/departures").then().statusCode(428);
        sales.advance(path, "departures").then().statusCode(200).body("leftAt", notNullValue());
        sales.advance(path, "departures").then().statusCode(409).body("code", equalTo("person-left"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                          | /name  | value-missing
            {"name": " "}                               | /name  | value-missing
            {"name": "Jonas", "email": "jonas"}         | /email | email-format
            {"name": "Jonas", "phone": "1"}             | /phone | unknown-property
            """)
    void shouldPointAtWhatIsWrong(String body, String pointer, String code) {
        sales.post(persons, body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({"success, 200, 403", "billing, 200, 403", "ops, 200, 403", "admin, 200, 201", "guest, 403, 403"})
    void shouldLetSalesAndAdminWrite(String role, int read, int write) {
        var path = sales.post(persons, JONAS).header("Location");
        var other = sales.inRole(role);
        other.get(persons).then().statusCode(read);
        other.get(path).then().statusCode(read);
        other.post(persons, JONAS).then().statusCode(write);
        if (write == 403) {
            other.patch(path, "0", "{}").then().statusCode(403);
            other.http()
                    .header("If-Match", "\"0\"")
                    .post(path + "/departures")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void shouldHideOtherTenantsPeople() {
        var path = sales.post(persons, JONAS).header("Location");
        var stranger = Caller.as("admin");
        stranger.get(persons).then().statusCode(404);
        stranger.get(path).then().statusCode(404);
        stranger.post(persons, JONAS).then().statusCode(404);
        stranger.patch(path, "0", "{}").then().statusCode(404);
        stranger.http()
                .header("If-Match", "\"0\"")
                .post(path + "/departures")
                .then()
                .statusCode(404);
        sales.get(persons + "/" + UUID.randomUUID()).then().statusCode(404);
        var elsewhere = path.replace(persons, "/partners/" + channel.prospect() + "/persons");
        sales.get(elsewhere).then().statusCode(404);
    }
}
