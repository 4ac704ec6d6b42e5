package dev.rivulet.catalog.partner;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PartnerResourceTest {

    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);

    @Test
    void shouldAddAndReadAPartner() {
        var created = sales.post("/partners", Bodies.partner().replace("{\"name\"", "{\"key\": \"alpen\", \"name\""));
        created.then().statusCode(201).header("ETag", "\"0\"");
        sales.inRole("billing")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("key", equalTo("alpen"))
                .body("role", equalTo("RESELLER"))
                .body("tier", equalTo("gold"))
                .body("territory.countries", contains("DE", "AT"))
                .body("territory.regions", contains("CH-ZH"))
                .body("manager", equalTo("mila.horn@acme.example"))
                .body("status", equalTo("PROSPECT"))
                .body("contract", nullValue())
                .body("certifiedPersons", equalTo(0))
                .body("maySell", equalTo(false))
                .body("trust.trusted", equalTo(false))
                .body("trust.confirmed", equalTo(0));
        sales.post("/partners", Bodies.partner().replace("{\"name\"", "{\"key\": \"alpen\", \"name\""))
                .then()
                .statusCode(409)
                .body("code", equalTo("key-taken"));
    }

    @Test
    void shouldDoWithANameAndARole() {
        sales.post("/partners", "{\"name\": \"Nordsoft\", \"role\": \"VENDOR\"}")
                .then()
                .statusCode(201)
                .body("territory.countries", empty())
                .body("territory.regions", empty())
                .body("manager", nullValue());
    }

    @Test
    void shouldChangeAPartner() {
        var path = "/partners/" + channel.prospect();
        sales.patch(path, "0", "{\"tier\": null, \"role\": \"DISTRIBUTOR\", \"territory\": {\"countries\": [\"KZ\"]}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("tier", nullValue())
                .body("role", equalTo("DISTRIBUTOR"))
                .body("territory.countries", contains("KZ"))
                .body("territory.regions", contains("CH-ZH"));
        sales.patch(path, "0", "{}").then().statusCode(412);
        sales.patch(path, "1", "{\"status\": \"ACTIVE\"}").then().statusCode(400);
        sales.patch(path, "1", "{\"role\": \"PIRATE\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/role"))
                .body("errors[0].code", equalTo("partner-role-unknown"));
    }

    @Test
    void shouldKeepWhatItsStatusNeeds() {
        var path = "/partners/" + channel.active(channel.publishedPlaybook(sales.product()));
        sales.http()
                .contentType("application/merge-patch+json")
                .header("If-Match", sales.get(path).header("ETag"))
                .body("{\"manager\": null}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-manager-missing"));
        sales.http()
                .contentType("application/merge-patch+json")
                .header("If-Match", sales.get(path).header("ETag"))
                .body("{\"territory\": null}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-territory-missing"));
        sales.get(path).then().body("maySell", equalTo(true));
    }

    @Test
    void shouldFilterByStatusAndRole() {
        var prospect = channel.prospect();
        var trained = channel.inTraining();
        sales.get("/partners").then().body("items.id", contains(prospect, trained));
        sales.get("/partners?status=TRAINING").then().body("items.id", contains(trained));
        sales.get("/partners?role=RESELLER").then().body("items", hasSize(2));
        sales.get("/partners?role=VENDOR").then().body("items", empty());
        sales.get("/partners?status=GONE").then().statusCode(400).body("errors[0].code", equalTo("parameter-invalid"));
        var next = sales.get("/partners?limit=1")
                .then()
                .body("items.id", contains(prospect))
                .extract();
        sales.get("/partners?limit=1&cursor=" + next.path("nextCursor")).then().body("items.id", contains(trained));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name": "Alpenland IT"   | "name": ""           | /name                  | value-missing
            "role": "RESELLER",      |                      | /role                  | value-missing
            "DE"                     | "XX"                 | /territory/countries/0 | country-unknown
            "AT"                     | "at"                 | /territory/countries/1 | country-unknown
            "AT"                     | null                 | /territory/countries/1 | value-missing
            "CH-ZH"                  | "Zurich"             | /territory/regions/0   | region-format
            ["CH-ZH"]                | "CH-ZH"              | /territory/regions     | wrong-type
            "tier": "gold"           | "tier": 1            | /tier                  | wrong-type
            "tier": "gold"           | "tier": "GOLD"       | /tier                  | key-format
            "tier"                   | "level"              | /level                 | unknown-property
            {"name"                  | {"key": "Ä", "name"  | /key                   | key-format
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, String pointer, String code) {
        sales.post("/partners", Bodies.partner().replace(right, wrong == null ? "" : wrong))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldRefuseARoleNobodyKnows() {
        sales.post("/partners", Bodies.partner().replace("RESELLER", "INTEGRATOR"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/role"))
                .body("errors[0].code", equalTo("partner-role-unknown"));
    }
}
