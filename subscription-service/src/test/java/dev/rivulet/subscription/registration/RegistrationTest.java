package dev.rivulet.subscription.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistrationTest {

    private Shop shop;
    private SalesDesk desk;
    private UUID plan;
    private UUID partner;
    private UUID rival;

    @BeforeEach
    void twoPartners() {
        shop = Shop.at("2026-03-02T08:00:00Z");
        desk = new SalesDesk(shop);
        plan = shop.plan("49.00");
        partner = desk.partner("gold");
        rival = desk.partner(null);
    }

    @AfterEach
    void shouldHold() {
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldProtectACustomerFor90Days() {
        var id = Shop.id(desk.register(partner, "Northwind GmbH")
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", equalTo("SUBMITTED"))
                .body("partnerId", equalTo(partner.toString()))
                .body("protectedUntil", nullValue()));

        desk.decide(id, "approvals")
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("protectedSince", equalTo("2026-03-02T08:00:00Z"))
                .body("protectedUntil", equalTo("2026-05-31T08:00:00Z"));

        // The other partner learns since when and until when, and nothing of whom.
        desk.register(rival, "NORTHWIND")
                .statusCode(409)
                .body("code", equalTo("customer-protected"))
                .body("detail", containsString("2026-03-02T08:00:00Z"))
                .body("detail", containsString("2026-05-31T08:00:00Z"))
                .body("detail", not(containsString(id.toString())))
                .body("detail", not(containsString(partner.toString())));
        desk.register(partner, "Northwind")
                .statusCode(409)
                .body("code", equalTo("customer-protected-by"))
                .body("detail", containsString(id.toString()));
        // Other customers and other products are free.
        desk.register(rival, "Southwind").statusCode(201);

        shop.moveClock("2026-05-31T07:59:59Z").statusCode(200);
        desk.register(rival, "Northwind").statusCode(409);
        shop.moveClock("2026-05-31T08:00:00Z").statusCode(200);
        shop.as("ops").get("/deal-registrations/" + id).then().body("status", equalTo("EXPIRED"));
        shop.as("ops").get("/deal-registrations?status=EXPIRED").then().body("items.id", contains(id.toString()));
        shop.as("ops").get("/deal-registrations?status=APPROVED").then().body("items", hasSize(0));
        var next = desk.approved(rival, "Northwind");
        shop.as("ops").get("/deal-registrations?status=APPROVED").then().body("items.id", contains(next.toString()));
    }

    @Test
    void shouldKnowACustomerByTaxIdAndDomain() {
        var body = Map.of(
                "productId",
                shop.product,
                "customerName",
                "Northwind",
                "taxId",
                "DE 123",
                "domain",
                "northwind.example");
        var id = Shop.id(desk.asPartner(partner)
                .body(body)
                .post("/deal-registrations")
                .then()
                .statusCode(201));
        desk.decide(id, "approvals").statusCode(200);

        for (var same : List.of(
                Map.of("customerName", "Nord Wind", "taxId", "de123"),
                Map.of("customerName", "Nord Wind", "domain", "www.NORTHWIND.example"))) {
            var again = new HashMap<String, Object>(same);
            again.put("productId", shop.product);
            desk.asPartner(rival)
                    .body(again)
                    .post("/deal-registrations")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("customer-protected"));
        }
    }

    /** Eight registrations of one customer, under two names and one tax id, are approved at the same moment. */
    @Test
    void shouldApproveOneOfManyAtOnce() throws Exception {
        for (var round = 0; round < 5; round++) {
            var calls = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 8; i++) {
                var id = Shop.id(desk.asPartner(i % 2 == 0 ? partner : rival)
                        .body(Map.of(
                                "productId", shop.product,
                                "customerName", (i < 4 ? "Alpha " : "Omega ") + round,
                                "taxId", "T-" + round))
                        .post("/deal-registrations")
                        .then()
                        .statusCode(201));
                calls.add(() -> desk.decide(id, "approvals", "\"0\"").extract().statusCode());
            }

            var answers = SalesDesk.atOnce(calls);

            assertThat(Collections.frequency(answers, 200))
                    .as(answers.toString())
                    .isEqualTo(1);
            assertThat(Collections.frequency(answers, 409)).isEqualTo(7);
        }
        shop.as("ops").get("/deal-registrations?status=APPROVED").then().body("items", hasSize(5));
    }

    @Test
    void shouldDecideOnce() {
        var id = Shop.id(desk.register(partner, "Northwind"));
        desk.decide(id, "rejections")
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("rejectionReason", equalTo("In talks since May"));

        desk.decide(id, "approvals").statusCode(409).body("code", equalTo("registration-status"));
        desk.decide(id, "rejections").statusCode(409).body("code", equalTo("registration-status"));
        desk.decide(id, "approvals", "\"0\"").statusCode(412);
        // Whoever was rejected may try again.
        desk.approved(partner, "Northwind");
    }

    @Test
    void shouldMakeTheDealItsPartners() {
        var registration = desk.approved(partner, "Northwind");
        var direct = desk.deal();
        direct.put("prospect", Map.of("name", "Northwind AG", "zone", "Europe/Berlin"));
        desk.tryOpen(direct).statusCode(409).body("code", equalTo("customer-protected-by"));

        var body = desk.deal(shop.proposition(), plan);
        body.put("registrationId", registration);
        var deal = desk.open(body);
        desk.read(deal).body("partnerId", equalTo(partner.toString()));
        desk.tryOpen(body).statusCode(409).body("code", equalTo("registration-used"));
        // A lost deal gives the registration back as long as it protects.
        desk.step(deal, "losses").statusCode(200);

        desk.won(body, "2026-03-31").body("partnerId", equalTo(partner.toString()));
        shop.as("ops").get("/deal-registrations/" + registration).then().body("status", equalTo("CONVERTED"));
        // The customer is won; who sells it more is open again.
        desk.register(rival, "Northwind").statusCode(201);
    }

    @Test
    void shouldTakeActivePartnersAndOfferedProductsOnly() {
        var body = new HashMap<String, Object>(Map.of("productId", shop.product, "customerName", "N"));
        shop.as("sales").body(body).post("/deal-registrations").then().statusCode(400);
        body.put("partnerId", partner);
        shop.as("sales").body(body).post("/deal-registrations").then().statusCode(201);
        // A partner speaks for itself alone.
        desk.asPartner(rival)
                .body(body)
                .post("/deal-registrations")
                .then()
                .statusCode(422)
                .body("code", equalTo("partner-not-active"));
        body.put("partnerId", UUID.randomUUID());
        shop.as("sales")
                .body(body)
                .post("/deal-registrations")
                .then()
                .statusCode(422)
                .body("code", equalTo("partner-not-active"));
        shop.as("partner")
                .body(body)
                .post("/deal-registrations")
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-missing"));
        for (var domain : List.of("northwind", "-.de", "a..b", "http://n.example")) {
            desk.asPartner(partner)
                    .body(Map.of("productId", shop.product, "customerName", "N", "domain", domain))
                    .post("/deal-registrations")
                    .then()
                    .statusCode(400)
                    .body("errors[0].code", equalTo("domain-invalid"));
        }
    }
}
