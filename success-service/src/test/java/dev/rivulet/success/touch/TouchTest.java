package dev.rivulet.success.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TouchTest {

    /** 4 hours a week: 33.15 a quarter, two customers in high touch. */
    private static final String FOUR_HOURS = "{\"hoursPerWeek\":\"4\"}";

    private final Caller success = Caller.fresh();

    @Test
    void shouldReckonHowManyCustomersFitIntoAManagersHours() {
        put("mila", "{\"hoursPerWeek\":40}")
                .then()
                .statusCode(200)
                .body("productiveHours", equalTo(331.5f))
                .body("committedHours", equalTo(0))
                .body("highAccounts", equalTo(20))
                .body("lowAccounts", equalTo(41));
        success.get("/managers").then().body("managers", hasSize(1));
        success.get("/managers/nobody/capacity").then().statusCode(404);
        Caller.fresh().get("/managers/mila/capacity").then().statusCode(404);
    }

    @Test
    void shouldGiveTheManagerWithMostHoursAndLetTheRestWait() {
        put("mila", FOUR_HOURS);
        put("nils", "{\"hoursPerWeek\":\"2\"}");
        var first = success.customer(10);
        var second = success.customer(10);
        var third = success.customer(10);
        var fourth = success.customer(10);
        change(first, "HIGH", null).then().statusCode(201).body("manager", equalTo("mila"));
        change(second, "HIGH", null).then().body("manager", equalTo("mila"));
        change(third, "HIGH", null).then().body("manager", equalTo("nils"));
        change(fourth, "HIGH", null)
                .then()
                .body("manager", nullValue())
                .body("model", equalTo("HIGH"))
                .body("hours", equalTo(0.0f));
        success.get("/manager-waiting-list")
                .then()
                .body("items", hasSize(1))
                .body("items[0].accountId", equalTo(fourth.toString()));
        success.get("/managers/mila/customers").then().body("items", hasSize(2));

        change(first, "TECH", null).then().body("manager", equalTo("mila")).body("hours", equalTo(0.0f));
        success.get("/customers/" + fourth + "/touch")
                .then()
                .body("manager", equalTo("mila"))
                .body("changes", hasSize(2))
                .body("changes[0].reason", equalTo("hours-found"));
        success.get("/manager-waiting-list").then().body("items", hasSize(0));

        change(first, "LOW", null).then().body("manager", nullValue());
        put("mila", "{\"hoursPerWeek\":\"8\"}").then().body("committedHours", equalTo(40.0f));
        success.get("/customers/" + first + "/touch").then().body("manager", equalTo("mila"));
    }

    @Test
    void shouldAssignByHandAsFarAsTheHoursGo() {
        put("mila", FOUR_HOURS);
        put("nils", "{\"hoursPerWeek\":\"1\"}");
        var account = success.customer(10);
        change(account, "HIGH", "mila").then().statusCode(201).body("manager", equalTo("mila"));
        change(account, "HIGH", "nils").then().statusCode(409).body("code", equalTo("manager-full"));
        change(account, "LOW", "nils").then().statusCode(201).body("manager", equalTo("nils"));
        change(account, "LOW", "otto").then().statusCode(422).body("code", equalTo("manager-unknown"));
        change(UUID.randomUUID(), "LOW", null).then().statusCode(404);
        success.post("/customers/" + account + "/touch-changes", "{\"model\":\"LOW\",\"reason\":\" \"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
    }

    @Test
    void shouldNeverGiveAwayMoreThanThereIsWhoeverAsksAtOnce() throws Exception {
        put("mila", "{\"hoursPerWeek\":\"8\"}");
        var accounts = new ArrayList<UUID>();
        for (var i = 0; i < 8; i++) {
            accounts.add(success.customer(10));
        }
        var changes = new ArrayList<Future<Response>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            accounts.forEach(account -> changes.add(threads.submit(() -> change(account, "HIGH", null))));
        }
        for (var each : changes) {
            each.get().then().statusCode(201);
        }
        // 66.3 hours, 16 each.
        success.get("/managers/mila/capacity")
                .then()
                .body("customers", equalTo(4))
                .body("committedHours", equalTo(64.0f));
        assertThat(success.json("/manager-waiting-list").path("items")).hasSize(4);
    }

    /** One manager, whoever decided it. */
    @Test
    void shouldBeTheManagerOfTheCustomerEverywhere() {
        put("mila", FOUR_HOURS);
        var account = success.customer(10);
        change(account, "HIGH", null).then().body("manager", equalTo("mila"));
        var care = success.get("/customers/" + account + "/care");
        care.then().body("manager", equalTo("mila"));

        success.patch("/customers/" + account + "/care", care.header("ETag"), "{\"manager\":\"olga\"}")
                .then()
                .statusCode(200);
        success.get("/customers/" + account + "/touch")
                .then()
                .body("manager", equalTo("olga"))
                .body("model", equalTo("HIGH"));
        success.get("/managers/mila/capacity").then().body("customers", equalTo(0));

        // Nobody is not an answer while a manager is needed and one has the hours.
        success.patch("/customers/" + account + "/care", null, "{\"manager\":null}")
                .then()
                .statusCode(428);
        var tag = success.get("/customers/" + account + "/care").header("ETag");
        success.patch("/customers/" + account + "/care", tag, "{\"manager\":null}")
                .then()
                .statusCode(200)
                .body("manager", equalTo("mila"));
        success.get("/customers/" + account + "/touch").then().body("manager", equalTo("mila"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mila   | {"hoursPerWeek":"-1"}                        | /hoursPerWeek
            mila   | {"hoursPerWeek":"169"}                       | /hoursPerWeek
            mila   | {"hoursPerWeek":"40","adminShare":"1"}       | /adminShare
            mila   | {"hoursPerWeek":"40","hoursPerTouch":"0"}    | /hoursPerTouch
            mila   | {}                                           | /hoursPerWeek
            """)
    void shouldRefuseHoursThatAreNone(String manager, String body, String pointer) {
        put(manager, body).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    private Response put(String manager, String body) {
        return success.http().contentType("application/json").body(body).put("/managers/" + manager + "/capacity");
    }

    private Response change(UUID account, String model, String manager) {
        return success.post(
                "/customers/" + account + "/touch-changes",
                "{\"model\":\"" + model + "\",\"reason\":\"test\""
                        + (manager == null ? "" : ",\"manager\":\"" + manager + "\"") + "}");
    }
}
