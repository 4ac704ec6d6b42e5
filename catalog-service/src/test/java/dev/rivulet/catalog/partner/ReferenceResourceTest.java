package dev.rivulet.catalog.partner;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReferenceResourceTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);
    private String partner;

    @BeforeEach
    void addAPartner() {
        partner = channel.prospect();
    }

    @Test
    void shouldNameAClient() {
        var created = sales.post(
                "/partners/" + partner + "/references", "{\"client\": \"Bergbahn AG\", \"contact\": \"Lena Moser\"}");
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("client", equalTo("Bergbahn AG"))
                .body("confirmedOn", nullValue())
                .body("countsUntil", nullValue());
        sales.inRole("success").get(created.header("Location")).then().body("contact", equalTo("Lena Moser"));
        sales.get("/partners/" + partner + "/references").then().body("items.client", contains("Bergbahn AG"));
        for (var same : new String[] {"Bergbahn AG", "BERGBAHN ag", "  Bergbahn AG "}) {
            sales.post("/partners/" + partner + "/references", "{\"client\": \"" + same + "\"}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("reference-exists"));
        }
        sales.post("/partners/" + channel.prospect() + "/references", "{\"client\": \"Bergbahn AG\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldTrustAfterThreeWords() {
        confirmed(today.minusMonths(1));
        confirmed(today.minusMonths(3));
        channel.reference(partner);
        trust(2, false, null);
        confirmed(today.minusMonths(2));
        trust(3, true, today.minusMonths(3).plusYears(1));
    }

    @Test
    void shouldForgetWordsAfterAYearUntilTheyAreRenewed() {
        confirmed(today.minusMonths(1));
        confirmed(today.minusMonths(2));
        var old = confirmed(today.minusYears(1));
        trust(2, false, null);
        var barely = confirmed(today.minusYears(1).plusDays(1));
        trust(3, true, today.minusYears(1).plusDays(1).plusYears(1));
        confirm(old, today)
                .then()
                .statusCode(200)
                .body("countsUntil", equalTo(today.plusYears(1).toString()));
        trust(4, true, today.minusMonths(2).plusYears(1));
        confirm(barely, today).then().statusCode(200);
        sales.get("/partners").then().body("items[0].trust.confirmed", equalTo(4));
    }

    @Test
    void shouldRefuseWordsThatCannotBe() {
        var reference = channel.reference(partner);
        confirm(reference, today.plusDays(2))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/confirmedOn"))
                .body("errors[0].code", equalTo("date-in-future"));
        confirm(reference, today.minusDays(3)).then().statusCode(200).body("confirmedBy", equalTo("Lena Moser"));
        confirm(reference, today.minusDays(4))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("confirmation-outdated"));
        confirm(reference, today.minusDays(3)).then().statusCode(200);
        var path = path(reference);
        sales.post(path + "/confirmations", word(today)).then().statusCode(428);
        sales.http()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(word(today))
                .post(path + "/confirmations")
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            references                  | {}                                | /client      | value-missing
            references                  | {"client": "  "}                  | /client      | value-missing
            references                  | {"client": "x", "account": "y"}   | /account     | unknown-property
            references/R/confirmations  | {"confirmedOn": "2026-01-01"}     | /confirmedBy | value-missing
            references/R/confirmations  | {"confirmedBy": "Lena"}           | /confirmedOn | value-missing
            """)
    void shouldPointAtWhatIsWrong(String collection, String body, String pointer, String code) {
        var path = "/partners/" + partner + "/" + collection.replace("R", channel.reference(partner));
        sales.http()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({"success, 200, 403", "billing, 200, 403", "ops, 200, 403", "guest, 403, 403"})
    void shouldLetSalesAndAdminWrite(String role, int read, int write) {
        var path = path(channel.reference(partner));
        var other = sales.inRole(role);
        other.get(path).then().statusCode(read);
        other.get("/partners/" + partner + "/references").then().statusCode(read);
        other.post("/partners/" + partner + "/references", "{\"client\": \"x\"}")
                .then()
                .statusCode(write);
        other.post(path + "/confirmations", word(today)).then().statusCode(write);
        var stranger = Caller.as("admin");
        stranger.get(path).then().statusCode(404);
        stranger.get("/partners/" + partner + "/references").then().statusCode(404);
        stranger.post("/partners/" + partner + "/references", "{\"client\": \"x\"}")
                .then()
                .statusCode(404);
        stranger.post(path + "/confirmations", word(today)).then().statusCode(404);
    }

    private String confirmed(LocalDate on) {
        var reference = channel.reference(partner);
        confirm(reference, on).then().statusCode(200).body("confirmedOn", equalTo(on.toString()));
        return reference;
    }

    private Response confirm(String reference, LocalDate on) {
        return sales.advance(path(reference), "confirmations", word(on));
    }

    private static String word(LocalDate on) {
        return "{\"confirmedBy\": \"Lena Moser\", \"confirmedOn\": \"" + on + "\"}";
    }

    private String path(String reference) {
        return "/partners/" + partner + "/references/" + reference;
    }

    private void trust(int confirmed, boolean trusted, LocalDate until) {
        sales.get("/partners/" + partner)
                .then()
                .body("trust.confirmed", equalTo(confirmed))
                .body("trust.trusted", equalTo(trusted))
                .body("trust.until", equalTo(until == null ? null : until.toString()));
    }
}
