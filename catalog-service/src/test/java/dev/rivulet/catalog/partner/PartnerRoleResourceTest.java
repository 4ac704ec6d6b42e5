package dev.rivulet.catalog.partner;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PartnerRoleResourceTest {

    private static final String INTEGRATOR = "{\"key\": \"INTEGRATOR\", \"name\": \"Integrator\", \"sells\": true}";
    private static final String ADVISER = "{\"key\": \"ADVISER\", \"name\": \"Adviser\", \"sells\": false}";

    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);

    @Test
    void shouldKnowFourRolesAndTheTenantsOwn() {
        sales.post("/partner-roles", INTEGRATOR)
                .then()
                .statusCode(201)
                .body("sells", equalTo(true))
                .body("builtIn", equalTo(false));
        sales.get("/partner-roles")
                .then()
                .statusCode(200)
                .body("items.key", contains("VENDOR", "DISTRIBUTOR", "RESELLER", "CONSUMER", "INTEGRATOR"))
                .body("items.sells", contains(false, true, true, false, true))
                .body("items.builtIn", contains(true, true, true, true, false));
        Caller.as("sales")
                .get("/partner-roles")
                .then()
                .body("items.key", contains("VENDOR", "DISTRIBUTOR", "RESELLER", "CONSUMER"));
    }

    @Test
    void shouldHoldARoleToWhatItSays() {
        sales.post("/partner-roles", INTEGRATOR).then().statusCode(201);
        sales.post("/partner-roles", ADVISER).then().statusCode(201);
        var integrator = partner("INTEGRATOR");
        var adviser = partner("ADVISER");

        sales.advance(integrator, "activations").then().statusCode(409).body("code", equalTo("partner-not-certified"));
        sales.advance(adviser, "activations").then().statusCode(200).body("maySell", equalTo(true));
    }

    private String partner(String role) {
        String id = sales.post("/partners", Bodies.partner().replace("RESELLER", role))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        channel.contract(id);
        sales.advance("/partners/" + id, "trainings").then().statusCode(200);
        return "/partners/" + id;
    }

    @Test
    void shouldNotRedefineARole() {
        sales.post("/partner-roles", INTEGRATOR).then().statusCode(201);
        sales.post("/partner-roles", INTEGRATOR).then().statusCode(409).body("code", equalTo("key-taken"));
        sales.post("/partner-roles", INTEGRATOR.replace("INTEGRATOR", "RESELLER"))
                .then()
                .statusCode(409)
                .body("code", equalTo("key-taken"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "INTEGRATOR"      | "integrator"  | /key   | role-key-format
            "INTEGRATOR"      | "1ST"         | /key   | role-key-format
            "key": "INTEGRATOR", |            | /key   | value-missing
            "Integrator"      | " "           | /name  | value-missing
            , "sells": true   |               | /sells | value-missing
            "sells": true     | "sells": "yes" | /sells | wrong-type
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, String pointer, String code) {
        sales.post("/partner-roles", INTEGRATOR.replace(right, wrong == null ? "" : wrong))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }
}
