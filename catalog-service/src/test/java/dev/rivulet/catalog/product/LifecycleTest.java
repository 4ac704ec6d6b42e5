package dev.rivulet.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the idea to the shelf and off it again, each step with its evidence. */
@QuarkusTest
class LifecycleTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldProveAnIdeaStepByStep() {
        var path = "/products/" + sales.idea();
        record(path + "/interviews", Bodies.interview(), 4);
        sales.advance(path, "validations")
                .then()
                .statusCode(409)
                .body("code", equalTo("interviews-missing"))
                .body("detail", containsString("interviews of 5 people and 4 are recorded"));
        record(path + "/interviews", Bodies.interview(), 1);
        sales.advance(path, "validations").then().statusCode(200).body("status", equalTo("VALIDATING"));

        record(path + "/pre-sales", Bodies.preSale(), 2);
        sales.advance(path, "activations")
                .then()
                .statusCode(409)
                .body("code", equalTo("pre-sales-missing"))
                .body("detail", containsString("pre-sales to 3 customers and 2 are recorded"));
        sales.get(path + "/gates")
                .then()
                .statusCode(200)
                .body("gate", contains("VALIDATION", "ACTIVATION"))
                .body("required", contains(5, 3))
                .body("found", contains(5, 2))
                .body("waived", contains(false, false))
                .body("open", contains(true, false));
        record(path + "/pre-sales", Bodies.preSale(), 1);
        sales.advance(path, "activations").then().statusCode(200).body("status", equalTo("ACTIVE"));
        sales.advance(path, "retirements").then().statusCode(200).body("status", equalTo("RETIRED"));
    }

    @Test
    void shouldCountPeopleAndCustomersNotHowOftenTheyWereAsked() {
        var path = "/products/" + sales.idea();
        for (var name : List.of("Anna Berger", " anna berger ", "ANNA BERGER", "Anna Berger", "Анна Бергер")) {
            sales.post(path + "/interviews", Bodies.interview().replace("Anna Berger, Northwind", name))
                    .then()
                    .statusCode(201);
            sales.post(path + "/pre-sales", Bodies.preSale().replace("Northwind", name))
                    .then()
                    .statusCode(201);
        }
        sales.get(path + "/gates").then().body("found", contains(2, 2)).body("open", contains(false, false));
        sales.advance(path, "validations").then().statusCode(409).body("code", equalTo("interviews-missing"));
    }

    @Test
    void shouldSayInRussianWhatIsMissing() {
        var path = "/products/" + sales.idea();
        sales.http()
                .header("Accept-Language", "ru")
                .header("If-Match", "\"0\"")
                .post(path + "/validations")
                .then()
                .statusCode(409)
                .body("detail", containsString("нужны интервью с разными людьми: 5, записано: 0"));
    }

    @Test
    void shouldOpenAGateForASignature() {
        var product = sales.idea();
        var path = "/products/" + product;
        sales.waive(product, "VALIDATION");
        sales.get(path + "/gates").then().body("waived", contains(true, false)).body("open", contains(true, false));
        sales.advance(path, "validations").then().statusCode(200);
        sales.advance(path, "activations").then().statusCode(409).body("code", equalTo("pre-sales-missing"));
        sales.waive(product, "ACTIVATION");
        sales.advance(path, "activations").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "IDEA, activations",
        "IDEA, retirements",
        "VALIDATING, retirements",
        "ACTIVE, validations",
        "RETIRED, validations",
        "RETIRED, activations"
    })
    void shouldRefuseEveryOtherStep(String status, String step) {
        var path = "/products/" + productThatIs(status);
        sales.advance(path, step).then().statusCode(409).body("code", equalTo("product-step"));
        sales.get(path).then().body("status", equalTo(status));
    }

    @ParameterizedTest
    @CsvSource({"VALIDATING, validations", "ACTIVE, activations", "RETIRED, retirements"})
    void shouldLeaveAProductWhereItIs(String status, String step) {
        var path = "/products/" + productThatIs(status);
        var before = sales.get(path).header("ETag");
        sales.advance(path, step).then().statusCode(200).header("ETag", before).body("status", equalTo(status));
    }

    @ParameterizedTest
    @CsvSource({"IDEA, validations", "VALIDATING, activations", "ACTIVE, retirements"})
    void shouldWantTheVersionDecidedOn(String status, String step) {
        var path = "/products/" + productThatIs(status) + "/" + step;
        sales.http().post(path).then().statusCode(428);
        sales.http().header("If-Match", "\"77\"").post(path).then().statusCode(412);
    }

    @Test
    void shouldLetOneOfTwoSimultaneousStepsThrough() throws Exception {
        var product = sales.product();
        Callable<Integer> retire = () -> sales.http()
                .header("If-Match", "\"0\"")
                .post("/products/" + product + "/retirements")
                .statusCode();
        Callable<Integer> rename = () -> sales.patch("/products/" + product, "0", "{\"name\": \"Other\"}")
                .statusCode();
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(retire, rename));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void shouldLeaveNoPlanOnSaleThatIsPublishedWhileItsProductRetires() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var i = 0; i < 20; i++) {
                var product = sales.product();
                var plan = "/plans/" + sales.plan(product);
                Callable<Integer> publish = () -> step(plan + "/publications");
                Callable<Integer> retire = () -> step("/products/" + product + "/retirements");

                var answers = both.invokeAll(List.of(publish, retire));

                assertThat(answers.get(0).get()).isIn(200, 409);
                assertThat(answers.get(1).get()).isEqualTo(200);
                sales.get(plan).then().body("status", equalTo(answers.get(0).get() == 200 ? "RETIRED" : "DRAFT"));
            }
        }
    }

    /** A retirement whose transaction is not over is waited for, whichever product the add-on is of. */
    @Test
    void shouldPublishNoAddOnOfAPlanThatIsAboutToRetire() throws Exception {
        var product = sales.product();
        var base = sales.plan(product);
        sales.advance("/plans/" + base, "publications").then().statusCode(200);
        var addOn = sales.created(
                "/plans",
                Bodies.plan(sales.product(), "5.00").replace("\"name\"", "\"addOnOf\": \"" + base + "\", \"name\""));
        try (var other = Executors.newSingleThreadExecutor();
                var retirement = Sql.connect();
                var statement = retirement.createStatement()) {
            retirement.setAutoCommit(false);
            statement.execute("UPDATE product SET status = 'RETIRED' WHERE id = '" + product + "'");
            statement.execute("UPDATE plan SET status = 'RETIRED' WHERE id = '" + base + "'");
            var publication = other.submit(() -> step("/plans/" + addOn + "/publications"));
            await().until(() -> publication.isDone()
                    || Sql.number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                    + " AND wait_event_type = 'Lock'")
                            > 0);
            retirement.commit();
            assertThat(publication.get()).isEqualTo(409);
        }
        sales.get("/plans/" + addOn).then().body("status", equalTo("DRAFT"));
    }

    private int step(String path) {
        return sales.http().header("If-Match", "\"0\"").post(path).statusCode();
    }

    @Test
    void shouldTakeThePlansOffSaleWithTheProduct() {
        var product = sales.product();
        var published = "/plans/" + sales.plan(product);
        var draft = "/plans/" + sales.plan(product);
        var other = "/plans/" + sales.plan(sales.product());
        for (var plan : List.of(published, other)) {
            sales.advance(plan, "publications").then().statusCode(200);
        }

        sales.advance("/products/" + product, "retirements").then().statusCode(200);

        sales.get(published).then().body("status", equalTo("RETIRED"));
        sales.get(draft).then().body("status", equalTo("DRAFT"));
        sales.get(other).then().body("status", equalTo("PUBLISHED"));
        sales.post(published + "/versions", "").then().statusCode(409).body("code", equalTo("plan-retired"));
        sales.advance(published, "publications").then().statusCode(409).body("code", equalTo("plan-retired"));
        sales.advance(draft, "publications").then().statusCode(409).body("code", equalTo("product-not-active"));
    }

    private String productThatIs(String status) {
        if (status.equals("ACTIVE") || status.equals("RETIRED")) {
            var product = sales.product();
            if (status.equals("RETIRED")) {
                sales.advance("/products/" + product, "retirements").then().statusCode(200);
            }
            return product;
        }
        var idea = sales.idea();
        if (status.equals("VALIDATING")) {
            sales.waive(idea, "VALIDATION");
            sales.advance("/products/" + idea, "validations").then().statusCode(200);
        }
        return idea;
    }

    private void record(String path, String body, int times) {
        for (var i = 0; i < times; i++) {
            sales.post(path, body.replace("Northwind", "Northwind " + UUID.randomUUID()))
                    .then()
                    .statusCode(201);
        }
    }
}
