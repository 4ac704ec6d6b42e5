package dev.rivulet.subscription.partner;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A partner sees its own and nothing of others; another tenant sees nothing of either. */
@QuarkusTest
class PartnerAccessTest {

    @Test
    void shouldSeeItsOwnOnly() {
        var shop = Shop.at("2026-03-02T10:00:00Z");
        var desk = new SalesDesk(shop);
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var partner = desk.partner("gold");
        var rival = desk.partner("gold");
        var registration = desk.approved(partner, "Northwind");
        var body = desk.deal(proposition, plan);
        body.put("registrationId", registration);
        var won = desk.won(body, "2026-03-31");
        var deal = Shop.id(won);
        String account = won.extract().path("accountId");
        List<String> subscriptions = won.extract().path("subscriptionIds");
        var own = desk.open(desk.deal());
        shop.as("billing")
                .body(Map.of("name", "All", "percent", "10", "recurrence", "RECURRING", "validFrom", "2026-01-01"))
                .post("/commission-rules")
                .then()
                .statusCode(201);
        var invoice =
                shop.invoices(UUID.fromString(subscriptions.getFirst()), "id").getFirst();
        shop.pay(invoice, "49.00", "EUR", "T-1", "2026-03-02").statusCode(201);
        var statement = Shop.id(shop.as("billing")
                .body(Map.of("partnerId", partner, "month", "2026-03", "currency", "EUR"))
                .post("/commission-statements")
                .then()
                .statusCode(201));

        var one = List.of(
                "/deal-registrations/" + registration,
                "/deals/" + deal,
                "/deals/" + deal + "/quotes",
                "/partner-customers/" + account,
                "/commission-statements/" + statement,
                "/commission-statements/" + statement + "/entries",
                "/commission-statements/" + statement + "/csv");
        for (var path : one) {
            desk.asPartner(partner).get(path).then().statusCode(200);
            shop.as("ops").get(path).then().statusCode(200);
            desk.asPartner(rival).get(path).then().statusCode(404).body("code", equalTo("not-found"));
            Shop.live().as("admin").get(path).then().statusCode(404);
            shop.as("partner").get(path).then().statusCode(403).body("code", equalTo("partner-missing"));
        }
        desk.asPartner(partner).get("/deals/" + own).then().statusCode(404);
        var lists = List.of(
                "/deal-registrations", "/deals", "/partner-customers", "/commission-entries", "/commission-statements");
        for (var path : lists) {
            desk.asPartner(partner).get(path).then().statusCode(200).body("items", hasSize(1));
            desk.asPartner(partner).get(path + "?partnerId=" + rival).then().body("items", hasSize(0));
            desk.asPartner(rival).get(path).then().statusCode(200).body("items", hasSize(0));
            desk.asPartner(rival).get(path + "?partnerId=" + partner).then().body("items", hasSize(0));
            Shop.live().as("admin").get(path).then().statusCode(200).body("items", hasSize(0));
        }
        shop.as("ops").get("/deals").then().body("items", hasSize(2));
        desk.asPartner(rival).get("/deals/pipeline").then().statusCode(200).body("stages", hasSize(0));
        desk.asPartner(partner)
                .get("/partner-customers")
                .then()
                .body("items.accountId", contains(account))
                .body("items[0].subscriptionIds", equalTo(subscriptions));
        // What is not made for partners stays closed.
        for (var path : List.of("/accounts", "/subscriptions", "/invoices", "/commission-rules")) {
            desk.asPartner(partner).get(path).then().statusCode(403);
        }
    }
}
