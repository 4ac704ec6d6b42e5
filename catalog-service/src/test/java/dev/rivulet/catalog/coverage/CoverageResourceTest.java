package dev.rivulet.catalog.coverage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CoverageResourceTest {

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldLayProductsAgainstSegments() {
        var product = sales.product();
        var other = sales.product();
        var segment = sales.segment();
        var neighbour = sales.segment();
        sales.inRole("ops")
                .get("/coverage")
                .then()
                .statusCode(200)
                .body("items.productId", contains(product, other))
                .body("items[0].cells.segmentId", contains(segment, neighbour))
                .body("items[0].cells[0].missing", hasItems("PROPOSITION", "PRICE", "CASE_STUDY", "BATTLECARD"))
                .body("items[0].cells[0].present", empty());

        sales.approved(product, segment);
        sales.advance("/plans/" + sales.plan(product), "publications").then().statusCode(200);
        var card = sales.battlecard(sales.competitor(), product);
        var study = "/case-studies/" + sales.caseStudy(product, segment);
        sales.advance(study, "consents", "{\"consent\": \"INTERNAL\", \"givenBy\": \"A\", \"givenOn\": \"2026-01-01\"}")
                .then()
                .statusCode(200);
        sales.advance(study, "publications").then().statusCode(200);

        sales.get("/coverage")
                .then()
                .body("items[0].cells[0].present", hasItems("PROPOSITION", "PRICE", "CASE_STUDY", "BATTLECARD"))
                .body("items[0].cells[1].present", hasItems("PRICE", "BATTLECARD"))
                .body("items[0].cells[1].missing", hasItems("PROPOSITION", "CASE_STUDY"))
                .body("items[1].cells[0].present", empty());
        Sql.run("UPDATE battlecard SET review_by = '2020-01-01' WHERE id = '" + card + "'");
        sales.get("/coverage?segmentId=" + neighbour + "&limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].cells", hasSize(1))
                .body("items[0].cells[0].segmentId", equalTo(neighbour))
                .body("items[0].cells[0].missing", hasItem("BATTLECARD"));
        sales.get("/coverage/gaps?asset=PROPOSITION")
                .then()
                .body("segmentId", containsInAnyOrder(neighbour, segment, neighbour))
                .body("findAll {it.productId == '" + product + "'}.segmentId", contains(neighbour))
                .body("missing", not(hasItem(empty())));
    }

    @Test
    void shouldShowAStoryWithoutSegmentEverywhere() {
        var product = sales.product();
        sales.segment();
        var study = "/case-studies/" + sales.caseStudy(product, sales.segment());
        sales.patch(study, "0", "{\"segmentId\": null}").then().statusCode(200);
        sales.advance(study, "consents", "{\"consent\": \"NAMED\", \"givenBy\": \"A\", \"givenOn\": \"2026-01-01\"}")
                .then()
                .statusCode(200);
        sales.advance(study, "publications").then().statusCode(200);
        sales.get("/coverage/gaps?asset=CASE_STUDY").then().statusCode(200).body("", empty());
    }

    @Test
    void shouldShowAPlaybookForItsSegmentOrForAll() {
        var channel = new Channel(sales);
        var product = sales.product();
        var segment = sales.segment();
        sales.segment();
        channel.published(sales.created(
                "/playbooks", Bodies.playbook(product).replaceFirst("\\{", "{\"segmentId\": \"" + segment + "\", ")));
        sales.get("/coverage")
                .then()
                .body("items[0].cells[0].present", contains("PLAYBOOK"))
                .body("items[0].cells[1].missing", hasItem("PLAYBOOK"));
        channel.publishedPlaybook(product);
        sales.get("/coverage").then().body("items[0].cells[1].present", contains("PLAYBOOK"));
    }

    @Test
    void shouldMissNothingForWhatIsOffSale() {
        var retired = "/products/" + sales.product();
        var sold = sales.product();
        sales.segment();
        sales.advance(retired, "retirements").then().statusCode(200);
        sales.get("/coverage?limit=1")
                .then()
                .body("items.productId", contains(sold))
                .body("nextCursor", nullValue());
        sales.get("/coverage/gaps").then().body("productId", contains(sold));
    }

    @ParameterizedTest
    @CsvSource({
        "/coverage?limit=0, limit-invalid",
        "/coverage?segmentId=x, parameter-invalid",
        "/coverage?cursor=x, cursor-invalid",
        "/coverage?product=1, unknown-parameter",
        "/coverage/gaps?limit=201, limit-invalid",
        "/coverage/gaps?limit=0, limit-invalid",
        "/coverage/gaps?asset=LUCK, parameter-invalid"
    })
    void shouldRefuseWhatItDoesNotKnow(String path, String code) {
        sales.get(path).then().statusCode(400).body("errors[0].code", equalTo(code));
    }

    @Test
    void shouldShowOwnThingsOnly() {
        sales.product();
        sales.segment();
        Caller.as("sales").get("/coverage").then().statusCode(200).body("items", empty());
        Caller.as("sales").get("/coverage/gaps").then().statusCode(200).body("", empty());
        sales.inRole("partner").get("/coverage").then().statusCode(403);
        sales.inRole("partner").get("/coverage/gaps").then().statusCode(403);
    }
}
