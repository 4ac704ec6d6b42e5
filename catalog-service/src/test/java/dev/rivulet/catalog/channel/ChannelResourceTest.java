package dev.rivulet.catalog.channel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ChannelResourceTest {

    private static final String WAIVER = "{\"waiver\": \"A pilot, agreed with the board\"}";

    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);
    private String product;
    private String path;

    @BeforeEach
    void addAProduct() throws Exception {
        Sales.makeTheTopic();
        product = sales.product();
        path = "/products/" + product;
    }

    @Test
    void shouldOpenWhenNothingIsMissing() {
        readiness("NOT_READY", 0, 0, 0);
        sell(9);
        channel.active(channel.publishedPlaybook(product));
        readiness("NOT_READY", 9, 1, 1);
        sales.post(path + "/channel-openings", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("channel-not-ready"))
                .body("detail", containsString("OWN_CUSTOMERS 9/10"));
        sell(1);
        readiness("READY", 10, 1, 1);
        var opened = sales.post(path + "/channel-openings", WAIVER);
        opened.then()
                .statusCode(201)
                .body("waiver", nullValue())
                .body("openedBy", equalTo("sales@" + sales.tenant()))
                .body("criteria.found", contains(10, 1, 1));
        sales.get(opened.header("Location")).then().statusCode(200).header("ETag", "\"0\"");
        readiness("OPEN", 10, 1, 1);
        sales.get(path + "/channel-readiness").then().body("opening.id", equalTo(opened.<String>path("id")));
    }

    @Test
    void shouldNameEverythingThatIsMissing() {
        sales.post(path + "/channel-openings", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("channel-not-ready"))
                .body("detail", containsString("OWN_CUSTOMERS 0/10, PUBLISHED_PLAYBOOKS 0/1, CERTIFIED_SELLERS 0/1"));
        sales.get(path + "/channel-openings").then().body("items", empty());
    }

    @Test
    void shouldOpenByASignedWaiver() {
        sales.inRole("admin")
                .post(path + "/channel-openings", WAIVER)
                .then()
                .statusCode(201)
                .body("waiver", equalTo("A pilot, agreed with the board"))
                .body("openedBy", equalTo("admin@" + sales.tenant()))
                .body("criteria.met", contains(false, false, false));
        readiness("OPEN", 0, 0, 0);
        sales.post(path + "/channel-openings", WAIVER).then().statusCode(409).body("code", equalTo("channel-open"));
    }

    @Test
    void shouldCloseAndOpenAgain() {
        var opening = sales.post(path + "/channel-openings", WAIVER).header("Location");
        sales.post(opening + "/closings", "{\"reason\": \"Too early\"}").then().statusCode(428);
        sales.advance(opening, "closings", "{\"reason\": \"Too early\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("closeReason", equalTo("Too early"))
                .body("closedBy", equalTo("sales@" + sales.tenant()))
                .body("closedAt", notNullValue());
        sales.advance(opening, "closings", "{\"reason\": \"Again\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("channel-closed"));
        readiness("NOT_READY", 0, 0, 0);
        sales.post(path + "/channel-openings", WAIVER).then().statusCode(201);
        sales.get(path + "/channel-openings")
                .then()
                .body("items.closeReason", contains("Too early", null))
                .body("items[1].closedAt", nullValue());
        sales.get(path + "/channel-openings?limit=1").then().body("items.closeReason", contains("Too early"));
    }

    @Test
    void shouldOpenOnceWhenTwoTryAtOnce() {
        var attempts = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> sales.post(path + "/channel-openings", WAIVER).statusCode()))
                .limit(6)
                .toList();
        assertThat(attempts.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void shouldNotCountSellersOfStoppedPartnersOrOldPlaybooks() {
        var playbook = channel.publishedPlaybook(product);
        var partner = channel.active(playbook);
        readiness("NOT_READY", 0, 1, 1);
        sales.advance("/partners/" + partner, "suspensions", "{\"reason\": \"x\"}")
                .then()
                .statusCode(200);
        readiness("NOT_READY", 0, 1, 0);
        channel.activate(partner);
        readiness("NOT_READY", 0, 1, 1);
        channel.nextVersion(playbook);
        readiness("NOT_READY", 0, 1, 0);
        channel.active(channel.publishedPlaybook(sales.product()));
        readiness("NOT_READY", 0, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "sales, 200, 201",
        "admin, 200, 201",
        "success, 200, 403",
        "billing, 200, 403",
        "ops, 200, 403",
        "partner, 403, 403",
        "guest, 403, 403"
    })
    void shouldLetSalesAndAdminDecide(String role, int read, int write) {
        var someone = sales.inRole(role);
        someone.get(path + "/channel-readiness").then().statusCode(read);
        someone.get(path + "/channel-openings").then().statusCode(read);
        var opening = someone.post(path + "/channel-openings", WAIVER);
        opening.then().statusCode(write);
        if (write == 403) {
            var location = sales.post(path + "/channel-openings", WAIVER).header("Location");
            someone.get(location).then().statusCode(read);
            someone.post(location + "/closings", "{\"reason\": \"x\"}").then().statusCode(403);
        }
    }

    @Test
    void shouldHideOtherTenantsProducts() {
        var opening = sales.post(path + "/channel-openings", WAIVER).header("Location");
        var stranger = Caller.as("admin");
        stranger.get(path + "/channel-readiness").then().statusCode(404);
        stranger.get(path + "/channel-openings").then().statusCode(404);
        stranger.post(path + "/channel-openings", WAIVER).then().statusCode(404);
        stranger.get(opening).then().statusCode(404);
        stranger.post(opening + "/closings", "{\"reason\": \"x\"}").then().statusCode(404);
        sales.get("/products/" + UUID.randomUUID() + "/channel-readiness")
                .then()
                .statusCode(404);
        sales.get(opening.replace(product, sales.product())).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"waiver": " "}     | /waiver | waiver-blank
            {"waiver": 1}       | /waiver | wrong-type
            {"reason": "x"}     | /reason | unknown-property
            """)
    void shouldPointAtWhatIsWrong(String body, String pointer, String code) {
        sales.post(path + "/channel-openings", body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldSayWhatAPartnerMaySell() {
        var playbook = channel.publishedPlaybook(product);
        var partner = channel.inTraining();
        String consumer = sales.post("/partners", "{\"name\": \"Bahn\", \"role\": \"CONSUMER\"}")
                .path("id");
        rights(partner)
                .body("allowed", equalTo(false))
                .body("reasons", contains("CHANNEL_NOT_OPEN", "PARTNER_NOT_ACTIVE", "NO_CERTIFIED_SELLER"));
        sales.post(path + "/channel-openings", WAIVER).then().statusCode(201);
        rights(partner).body("reasons", contains("PARTNER_NOT_ACTIVE", "NO_CERTIFIED_SELLER"));
        rights(consumer).body("reasons", contains("ROLE_DOES_NOT_SELL", "PARTNER_NOT_ACTIVE", "NO_CERTIFIED_SELLER"));
        channel.certify(partner, channel.person(partner), playbook);
        rights(partner).body("reasons", contains("PARTNER_NOT_ACTIVE"));
        channel.activate(partner);
        rights(partner).body("allowed", equalTo(true)).body("reasons", empty());
        channel.nextVersion(playbook);
        rights(partner).body("reasons", contains("NO_CERTIFIED_SELLER"));
        sales.get("/partners/" + partner + "/sale-rights").then().statusCode(400);
        sales.get("/partners/" + partner + "/sale-rights?productId=" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("product-unknown"));
        Caller.as("sales")
                .get("/partners/" + partner + "/sale-rights?productId=" + product)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldLetNobodySellWhatIsOffSale() {
        var partner = channel.active(channel.publishedPlaybook(product));
        sales.post(path + "/channel-openings", WAIVER).then().statusCode(201);
        rights(partner).body("allowed", equalTo(true));
        sales.advance(path, "retirements").then().statusCode(200);
        rights(partner).body("allowed", equalTo(false)).body("reasons", contains("PRODUCT_NOT_ON_SALE"));
    }

    /** One or two deals are not sales, nor are those of others. */
    @Test
    void shouldCountWhomTheCompanyWonItself() {
        var both = UUID.randomUUID();
        for (var i = 0; i < 9; i++) {
            Sales.sell(sales.tenant(), product, UUID.randomUUID(), UUID.randomUUID());
        }
        Sales.sell(sales.tenant(), product, both, UUID.randomUUID());
        sell(1);
        readiness("NOT_READY", 1, 0, 0);
        Sales.sell(sales.tenant(), product, both);
        readiness("NOT_READY", 2, 0, 0);
    }

    private ValidatableResponse rights(String partner) {
        return sales.get("/partners/" + partner + "/sale-rights?productId=" + product)
                .then()
                .statusCode(200);
    }

    private void sell(int customers) {
        for (var i = 0; i < customers; i++) {
            Sales.sell(sales.tenant(), product, UUID.randomUUID());
        }
    }

    private void readiness(String status, int customers, int playbooks, int sellers) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> sales.get(path + "/channel-readiness")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo(status))
                        .body("criteria.kind", contains("OWN_CUSTOMERS", "PUBLISHED_PLAYBOOKS", "CERTIFIED_SELLERS"))
                        .body("criteria.needed", contains(10, 1, 1))
                        .body("criteria.found", contains(customers, playbooks, sellers)));
    }
}
