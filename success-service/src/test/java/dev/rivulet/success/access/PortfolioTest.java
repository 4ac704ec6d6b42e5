package dev.rivulet.success.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PortfolioTest {

    private final Caller success = Caller.fresh();
    private final Caller admin = success.inRole("admin");

    @Test
    void shouldShowManagersEverythingUntilTheTenantDecidesOtherwise() {
        success.get("/access-policy")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("managersSee", equalTo("ALL"));
        success.get("/customers/" + success.customer(10)).then().statusCode(200);
    }

    @Test
    void shouldShowManagersTheirOwnCustomersOnly() {
        var mine = success.customer(10);
        var others = success.customer(10);
        // The test's tokens have the subject success@tenant; addresses are the same in any case.
        admin.patch("/customers/" + mine + "/care", "\"0\"", "{\"manager\":\"Success@" + success.tenant() + "\"}")
                .then()
                .statusCode(200);
        var problem = admin.post("/problems", """
                {"accountId":"%s","title":"t","severity":"LOW"}""".formatted(others))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var feedback = admin.post("/feedback", """
                {"accountId":"%s","kind":"WISH","text":"t","productId":"%s"}""".formatted(others, Producer.named("p")))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        var theirs = "/customers/" + others;
        for (var path : List.of(
                theirs,
                theirs + "/care",
                theirs + "/timeline",
                theirs + "/interactions",
                theirs + "/score",
                theirs + "/licences",
                theirs + "/consumption",
                theirs + "/qbr",
                "/problems/" + problem,
                "/feedback/" + feedback)) {
            success.get(path).then().statusCode(404).body("code", equalTo("not-found"));
            admin.get(path).then().statusCode(200);
            success.inRole("ops").get(path).then().statusCode(200);
            success.inRole("sales").get(path).then().statusCode(200);
        }
        success.post(theirs + "/notes", "{\"text\":\"x\"}").then().statusCode(404);
        success.post("/problems", "{\"accountId\":\"" + others + "\",\"title\":\"t\",\"severity\":\"LOW\"}")
                .then()
                .statusCode(404);
        success.get("/customers/" + mine).then().statusCode(200);
        assertThat(success.json("/customers").findValuesAsText("id")).containsExactly(mine.toString());
        assertThat(admin.json("/customers").path("items")).hasSize(2);
        assertThat(success.json("/problems").path("items")).isEmpty();
        assertThat(admin.json("/problems").path("items")).hasSize(1);
        assertThat(success.json("/feedback").path("items")).isEmpty();
    }

    @Test
    void shouldShowManagersTheTasksScoresAndPromisesOfTheirOwnCustomersOnly() {
        var mine = success.customer(10);
        var others = success.customer(10);
        for (var account : List.of(mine, others)) {
            success.use(account, 4);
            success.answer(account, "hr-head", 0);
        }
        admin.patch("/customers/" + mine + "/care", "\"0\"", "{\"manager\":\"success@" + success.tenant() + "\"}")
                .then()
                .statusCode(200);
        success.eventually(
                "/promises", promises -> assertThat(promises.path("items")).hasSize(2));
        var task = id(others, "/tasks");
        var promise = id(others, "/promises");
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);

        for (var list : List.of("/tasks", "/promises", "/scores")) {
            assertThat(success.json(list).findValuesAsText("accountId"))
                    .as(list)
                    .isNotEmpty()
                    .containsOnly(mine.toString());
            assertThat(admin.json(list).findValuesAsText("accountId")).contains(others.toString());
        }
        for (var path : List.of("/tasks/" + task, "/promises/" + promise, "/promises/" + promise + "/history")) {
            success.get(path).then().statusCode(404).body("code", equalTo("not-found"));
            admin.get(path).then().statusCode(200);
        }
        success.post("/tasks/" + task + "/completions", "\"0\"", "{\"outcome\":\"RESOLVED\"}")
                .then()
                .statusCode(404);
        success.get("/tasks/" + id(mine, "/tasks")).then().statusCode(200);

        // Whoever is asked to do something may see it.
        admin.post("/tasks/" + task + "/assignments", "\"0\"", "{\"owner\":\"success@" + success.tenant() + "\"}")
                .then()
                .statusCode(200);
        success.get("/tasks/" + task).then().statusCode(200);
        assertThat(success.json("/tasks").findValuesAsText("accountId")).contains(others.toString());
    }

    private String id(UUID account, String list) {
        return admin.json(list + "?accountId=" + account).at("/items/0/id").asText();
    }

    /** Ids are read leniently: whoever leaves leading zeros out asks for the same customer. */
    @Test
    void shouldKnowACustomerInWhateverFormItsIdIsWritten() {
        var others = new UUID(0x0199b3c27d5e7a10L, UUID.randomUUID().getLeastSignificantBits());
        var producer = success.producer();
        producer.send(producer.account(others, 0, "Acme", "UTC"));
        admin.eventually(
                "/customers/" + others,
                customer -> assertThat(customer.path("name").asText()).isEqualTo("Acme"));
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);
        var id = others.toString();
        for (var written : List.of(id, id.toUpperCase(Locale.ROOT), id.substring(1), "%30" + id.substring(1))) {
            admin.get("/customers/" + written + "/care").then().statusCode(200);
            success.get("/customers/" + written).then().statusCode(404);
            success.get("/customers/" + written + "/care").then().statusCode(404);
            success.get("/customers/" + written + "/care/").then().statusCode(404);
            success.get("/customers;a=1/" + written + ";a=1/care;a=1").then().statusCode(404);
        }
        success.http()
                .urlEncodingEnabled(false)
                .delete("/customers/" + id + "/licence-assignments/a%0Ab")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldDecideOnTheVersionRead() {
        admin.put("/access-policy", null, "{\"managersSee\":\"ALL\"}").then().statusCode(428);
        admin.put("/access-policy", "\"7\"", "{\"managersSee\":\"ALL\"}").then().statusCode(412);
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"SOME\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/managersSee"));
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);
        Caller.fresh().get("/access-policy").then().body("managersSee", equalTo("ALL"));
    }

    @Test
    void shouldKeepPeopleFromOperators() {
        var account = success.customer(10);
        var producer = success.producer();
        producer.send(producer.contact(UUID.randomUUID(), account, 0, "Ada Nowak", "ada@northwind.example"));
        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.at("/contacts/0/name").asText()).isEqualTo("Ada Nowak"));
        assertThat(success.inRole("ops").json("/customers/" + account).path("contacts"))
                .isEmpty();
    }
}
