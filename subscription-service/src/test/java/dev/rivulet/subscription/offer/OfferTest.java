package dev.rivulet.subscription.offer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OfferTest {

    private final Shop shop = Shop.live();

    @Test
    void shouldShowAPublishedPlanWithTheApprovedPromisesOfItsProduct() {
        var plan = shop.plan("49.00", "EUR", 14);
        var mine = shop.proposition();
        var other = shop.proposition(UUID.randomUUID());

        shop.as("sales")
                .get("/offers/" + plan)
                .then()
                .statusCode(200)
                .body("planId", equalTo(plan.toString()))
                .body("productId", equalTo(shop.product.toString()))
                .body("planVersion", equalTo(1))
                .body("price.amount", equalTo("49.00"))
                .body("price.currency", equalTo("EUR"))
                .body("period", equalTo("MONTH"))
                .body("trialDays", equalTo(14))
                .body("propositions.propositionId", hasItem(mine.toString()))
                .body("propositions.propositionId", not(hasItem(other.toString())))
                .body("propositions[0].benefit.baseline", equalTo("52"))
                .body("propositions[0].benefit.withinDays", equalTo(90));
    }

    @Test
    void shouldShowNothingBeforePublication() {
        var draft = UUID.randomUUID();
        shop.publishPlan(draft, 0, "DRAFT", "49.00", "EUR", 0);
        // Same key, same partition: when the other arrives the draft has.
        shop.plan("5.00");

        shop.as("sales").get("/offers/" + draft).then().statusCode(404);
        shop.publishPlan(draft, 1, "PUBLISHED", "59.00", "EUR", 0);
        await().atMost(60, SECONDS)
                .until(() -> shop.as("sales").get("/offers/" + draft).statusCode() == 200);
        shop.as("sales").get("/offers/" + draft).then().body("price.amount", equalTo("59.00"));
    }

    @Test
    void shouldIgnoreOvertakenAndRepeatedStates() {
        var plan = UUID.randomUUID();
        shop.publishPlan(plan, 5, "PUBLISHED", "50.00", "EUR", 0);
        shop.publishPlan(plan, 4, "DRAFT", "40.00", "EUR", 0);
        shop.publishPlan(plan, 5, "DRAFT", "45.00", "EUR", 0);
        shop.publishPlan(plan, 6, "PUBLISHED", "60.00", "EUR", 0);

        await().atMost(60, SECONDS)
                .until(() ->
                        "60.00".equals(shop.as("sales").get("/offers/" + plan).path("price.amount")));
    }

    @Test
    void shouldForgetWhatTheCatalogEnded() {
        var plan = shop.plan("49.00");

        shop.send(Shop.PLANS, "dev.rivulet.catalog.plan.changed.v1", plan, 9, null);

        await().atMost(60, SECONDS)
                .until(() -> shop.as("sales").get("/offers/" + plan).statusCode() == 404);
    }

    @Test
    void shouldListPublishedPlansOfAProduct() {
        var plan = shop.plan("49.00");

        shop.as("ops")
                .queryParam("productId", shop.product)
                .get("/offers")
                .then()
                .statusCode(200)
                .body("items.planId", hasItem(plan.toString()));
        shop.as("ops")
                .queryParam("productId", UUID.randomUUID())
                .get("/offers")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void shouldParkAPlanWithAPeriodItCannotBill() {
        var plan = UUID.randomUUID();
        shop.send(
                Shop.PLANS,
                "dev.rivulet.catalog.plan.changed.v1",
                plan,
                1,
                Map.of(
                        "id",
                        plan,
                        "productId",
                        shop.product,
                        "name",
                        "Yearly",
                        "status",
                        "PUBLISHED",
                        "planVersion",
                        1,
                        "price",
                        Map.of("amount", "1.00", "currency", "EUR"),
                        "period",
                        "DECADE"));

        await().atMost(60, SECONDS)
                .untilAsserted(
                        () -> assertThat(shop.as("ops").get("/dead-letters").<List<String>>path("items.key"))
                                .contains(plan.toString()));
        shop.as("sales").get("/offers/" + plan).then().statusCode(404);
    }
}
