package dev.rivulet.catalog.plan;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.sale.SoldEvents;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many subscribe and what a new version does to their revenue, from subscription-service's events. */
@QuarkusTest
class PublicationPreviewTest {

    private static final String MONTHLY = """
            "price": {"amount": "49.00", "currency": "EUR"}, "period": "MONTH", "status": "ACTIVE\"""";

    private final Caller sales = Caller.as("sales");
    private String plan;
    private String path;

    @BeforeEach
    void draftADearerVersion() throws InterruptedException {
        SoldEvents.makeTheTopic();
        plan = sales.plan(sales.product());
        path = "/plans/" + plan;
        sales.advance(path, "publications").then().statusCode(200);
        sales.http().post(path + "/versions").then().statusCode(201);
        sales.patch(path + "/versions/2", "2", "{\"price\": {\"amount\": \"59.00\"}}")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldCountNobodyWhereNobodySubscribed() {
        sales.get(path + "/publication-previews")
                .then()
                .statusCode(200)
                .body("planId", equalTo(plan))
                .body("planVersion", equalTo(2))
                .body("rollout.policy", equalTo("NEW_ONLY"))
                .body("subscriptions", equalTo(0))
                .body("totals", empty())
                .body("lines", empty());
    }

    @Test
    void shouldSayWhatEachRolloutDoes() {
        for (var i = 0; i < 3; i++) {
            SoldEvents.sold(sales.tenant(), plan, 1, MONTHLY);
        }
        SoldEvents.sold(sales.tenant(), plan, 1, MONTHLY + ", \"endDate\": \"2999-02-01\"");
        SoldEvents.sold(sales.tenant(), plan, 1, MONTHLY.replace("ACTIVE", "CANCELLED"));
        SoldEvents.sold(sales.tenant(), sales.plan(sales.product()), 1, MONTHLY);
        awaitSubscriptions(4);

        sales.inRole("billing")
                .get(path + "/publication-previews?policy=AT_RENEWAL")
                .then()
                .statusCode(200)
                .body("totals[0].subscriptions", equalTo(4))
                .body("totals[0].changing", equalTo(3))
                .body("totals[0].monthlyBefore.amount", equalTo("196.00"))
                .body("totals[0].monthlyAfter.amount", equalTo("226.00"))
                .body("totals[0].monthlyDelta.amount", equalTo("30.00"))
                .body("lines.effect", contains("CHANGES", "ENDS_BEFORE"))
                .body("lines.subscriptions", contains(3, 1))
                .body("lines.planVersion", contains(1, 1))
                .body("lines[0].price.amount", equalTo("49.00"));
        expectDelta("NEW_ONLY", "0.00");
        expectDelta("FROM&from=2999-01-01", "40.00");
        expectDelta("FROM&from=2999-02-01", "30.00");
        // Looking changes nothing.
        sales.get(path).then().body("planVersion", equalTo(1)).header("ETag", "\"3\"");
    }

    @Test
    void shouldCountApartWhoIsPricedAgain() {
        SoldEvents.sold(sales.tenant(), plan, 1, MONTHLY);
        // By a price book of −10 %.
        SoldEvents.sold(sales.tenant(), plan, 1, MONTHLY.replace("49.00", "44.10"));
        SoldEvents.sold(sales.tenant(), plan, 1, MONTHLY.replace("49.00", "44.10"));
        awaitSubscriptions(3);

        sales.get(path + "/publication-previews?policy=AT_RENEWAL")
                .then()
                .body("totals[0].subscriptions", equalTo(3))
                .body("totals[0].changing", equalTo(1))
                .body("totals[0].pricedAgain", equalTo(2))
                .body("totals[0].monthlyBefore.amount", equalTo("49.00"))
                .body("totals[0].monthlyDelta.amount", equalTo("10.00"))
                .body("lines.effect", contains("PRICED_AGAIN", "CHANGES"))
                .body("lines[0].monthlyBefore.amount", equalTo("88.20"))
                .body("lines[0]", not(hasKey("monthlyAfter")));
        expectDelta("NEW_ONLY", "0.00");
    }

    @Test
    void shouldCountTheCommitmentAsRevenue() {
        sales.patch(path + "/versions/2", "3", """
                        {"minimumCommitment": {"amount": "80.00", "currency": "EUR"}}""").then().statusCode(200);
        SoldEvents.sold(sales.tenant(), plan, 1, MONTHLY);
        awaitSubscriptions(1);
        expectDelta("AT_RENEWAL", "31.00");
    }

    @ParameterizedTest
    @CsvSource({
        "policy=LATER, 400, ?policy, parameter-invalid",
        "policy=FROM, 400, ?from, value-missing",
        "policy=FROM&from=soon, 400, ?from, parameter-invalid",
        "policy=FROM&from=2020-01-01, 422, ?from, rollout-in-past",
        "from=2999-01-01, 400, ?from, rollout-from-unneeded",
        "colour=red, 400, ?colour, unknown-parameter"
    })
    void shouldPointAtWhatIsWrong(String query, int status, String pointer, String code) {
        sales.get(path + "/publication-previews?" + query)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldWantADraft() {
        sales.advance(path, "publications").then().statusCode(200);
        sales.get(path + "/publication-previews").then().statusCode(409).body("code", equalTo("plan-published"));
    }

    private void awaitSubscriptions(int count) {
        await().atMost(60, SECONDS)
                .untilAsserted(
                        () -> sales.get(path + "/publication-previews").then().body("subscriptions", equalTo(count)));
    }

    private void expectDelta(String policy, String delta) {
        sales.get(path + "/publication-previews?policy=" + policy)
                .then()
                .statusCode(200)
                .body("totals[0].monthlyDelta.amount", equalTo(delta));
    }
}
