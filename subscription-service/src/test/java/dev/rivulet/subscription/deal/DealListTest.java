package dev.rivulet.subscription.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four deals: three in euros, one in yen; the second is proposed, the last lost. */
@QuarkusTest
class DealListTest {

    private final List<UUID> deals = new ArrayList<>();
    private final UUID segment = UUID.randomUUID();
    private Shop shop;
    private SalesDesk desk;

    @BeforeEach
    void fourDeals() {
        shop = Shop.at("2026-03-02T10:00:00Z");
        desk = new SalesDesk(shop);
        var proposition = shop.proposition();
        var plan = shop.plan("49.00");
        deals.add(open(proposition, plan, "300.00", "EUR", "2026-06-30", "mila"));
        deals.add(open(proposition, plan, "100.05", "EUR", "2026-05-31", "mila"));
        deals.add(open(proposition, plan, "5000", "JPY", "2026-05-31", "ivan"));
        deals.add(open(proposition, plan, "200.00", "EUR", "2026-04-30", "ivan"));
        desk.quote(deals.get(1), "2026-12-31").statusCode(201);
        desk.step(deals.get(1), "proposals").statusCode(200);
        desk.step(deals.get(3), "losses").statusCode(200);
    }

    private UUID open(UUID proposition, UUID plan, String amount, String currency, String close, String owner) {
        var body = desk.deal(proposition, plan);
        body.put("expectedAmount", Map.of("amount", amount, "currency", currency));
        body.put("expectedClose", close);
        body.put("owner", owner);
        body.put("segmentId", segment);
        return desk.open(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                              | 0 1 2 3",
                "sort=-openedAt                                | 3 2 1 0",
                "sort=expectedClose                            | 3 1 2 0",
                "sort=-expectedClose                           | 0 2 1 3",
                "sort=expectedAmount&currency=EUR              | 1 3 0",
                "sort=-expectedAmount&currency=EUR&open=true   | 0 1",
                "open=false                                    | 3",
                "stage=PROPOSED                                | 1",
                "owner=ivan                                    | 2 3",
                "closeFrom=2026-05-31&closeUntil=2026-06-29    | 1 2",
                "owner=mila&closeUntil=2026-05-31              | 1"
            })
    void shouldFilterAndSortPageByPage(String query, String expected) {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var request = shop.as("ops").queryParam("limit", 1).queryParam("segmentId", segment);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/deals" + (query == null ? "" : "?" + query))
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(found)
                .containsExactlyElementsOf(List.of(expected.split(" ")).stream()
                        .map(i -> deals.get(Integer.parseInt(i)).toString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "sort=name, parameter-invalid, ?sort",
        "sort=expectedAmount, sort-needs-currency, ?sort",
        "stage=FOUND, parameter-invalid, ?stage",
        "open=maybe, parameter-invalid, ?open",
        "currency=euro, currency-unknown, ?currency",
        "closeFrom=soon, parameter-invalid, ?closeFrom",
        "name=x, unknown-parameter, ?name"
    })
    void shouldRefuseOtherQueries(String query, String code, String pointer) {
        shop.as("ops")
                .get("/deals?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void shouldRefuseACursorOfAnotherOrder() {
        String next = shop.as("ops").get("/deals?limit=1&sort=expectedClose").path("nextCursor");

        shop.as("ops")
                .get("/deals?limit=1&sort=-expectedClose&cursor=" + next)
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
    }

    @Test
    void shouldWeighThePipelineByStageAndCurrency() {
        shop.as("sales")
                .get("/deals/pipeline")
                .then()
                .statusCode(200)
                .body("policy", equalTo("stage-weights-1"))
                .body("stages.stage", contains("QUALIFIED", "PROPOSED", "QUALIFIED"))
                .body("stages.deals", contains(1, 1, 1))
                .body("stages.amount.amount", contains("300.00", "100.05", "5000"))
                .body("stages.weightPercent", contains(10, 30, 10))
                // 30.015 is rounded up.
                .body("stages.weighted.amount", contains("30.00", "30.02", "500"))
                .body("totals.deals", contains(2, 1))
                .body("totals.amount.amount", contains("400.05", "5000"))
                .body("totals.weighted.amount", contains("60.02", "500"));
        shop.as("sales").get("/deals/pipeline?owner=ivan").then().body("stages.amount.currency", contains("JPY"));
    }
}
