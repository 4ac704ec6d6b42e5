package dev.rivulet.success.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CustomerListTest {

    private final Caller success = Caller.fresh();

    @Test
    void shouldFilterAndSortAndPage() {
        var producer = success.producer();
        var names = List.of("delta", "Alpha", "charlie", "Bravo", "alpine");
        var accounts = new ArrayList<UUID>();
        for (var i = 0; i < names.size(); i++) {
            var account = UUID.randomUUID();
            accounts.add(account);
            producer.send(producer.account(account, 0, names.get(i), "UTC"));
            for (var n = 0; n < i; n++) {
                producer.send(producer.subscription(
                        UUID.randomUUID(), account, 0, 10, Caller.today().minusDays(100)));
            }
        }
        var over = UUID.randomUUID();
        producer.send(
                producer.account(over, 0, "Echo", "UTC"),
                producer.subscription(
                        UUID.randomUUID(),
                        over,
                        0,
                        10,
                        Caller.today().minusDays(100),
                        "CANCELLED",
                        Caller.today().minusDays(3),
                        "null"));
        success.eventually("/customers?sort=-mrr&currency=EUR&limit=2", page -> {
            assertThat(names(page)).containsExactly("alpine", "Bravo");
            assertThat(page.at("/items/0/mrr/amount").asText()).isEqualTo("196.00");
        });
        success.eventually(
                "/customers?status=CHURNED", page -> assertThat(names(page)).containsExactly("Echo"));

        assertThat(all("/customers?sort=name&limit=2"))
                .containsExactly("Alpha", "alpine", "Bravo", "charlie", "delta", "Echo");
        assertThat(all("/customers?sort=-mrr&currency=EUR&limit=2").subList(0, 4))
                .containsExactly("alpine", "Bravo", "charlie", "Alpha");
        assertThat(all("/customers?sort=mrr&currency=EUR&limit=4").subList(2, 6))
                .containsExactly("Alpha", "charlie", "Bravo", "alpine");
        assertThat(all("/customers?limit=4")).hasSize(6).doesNotHaveDuplicates();
        assertThat(all("/customers?q=AL&sort=name")).containsExactly("Alpha", "alpine");
        assertThat(all("/customers?currency=EUR&minMrr=98.00&sort=name")).containsExactly("alpine", "Bravo", "charlie");
        assertThat(all("/customers?status=NEW")).containsExactly("delta");
        assertThat(all("/customers?status=ACTIVE&sort=name")).containsExactly("Alpha", "alpine", "Bravo", "charlie");
        assertThat(all("/customers?currency=USD")).isEmpty();
    }

    @Test
    void shouldListTheWorstScoresFirstAndTheUnknownLast() {
        var good = success.customer(1);
        var bad = success.customer(10);
        success.use(good, 1);
        success.answer(good, "r", 10);
        success.answer(bad, "r", 0);
        var unknown = UUID.randomUUID();
        var producer = success.producer();
        producer.send(producer.account(unknown, 0, "Unknown", "UTC"));
        success.eventually(
                "/customers?sort=score",
                page -> assertThat(page.findValuesAsText("id"))
                        .containsExactly(bad.toString(), good.toString(), unknown.toString()));
        assertThat(success.json("/customers?scoreBelow=50").findValuesAsText("id"))
                .containsExactly(bad.toString());
        var first = success.json("/customers?sort=score&limit=1");
        assertThat(success.json("/customers?sort=score&limit=1&cursor="
                                + first.path("nextCursor").asText())
                        .findValuesAsText("id"))
                .containsExactly(good.toString());
    }

    @Test
    void shouldFindCustomersByWhatTheyHaveAndWhatIsSaidOfThem() {
        var producer = success.producer();
        var product = UUID.randomUUID();
        var other = UUID.randomUUID();
        var start = Caller.today().minusDays(100);
        var retail = List.of(UUID.randomUUID(), UUID.randomUUID());
        var former = UUID.randomUUID();
        producer.send(
                producer.account(retail.getFirst(), 0, "Alpha", "UTC"),
                producer.account(retail.getLast(), 0, "Bravo", "UTC"),
                producer.account(former, 0, "Charlie", "UTC"),
                producer.holding(UUID.randomUUID(), retail.getFirst(), product, start, null, "EUR"),
                producer.holding(UUID.randomUUID(), retail.getLast(), other, start, null, "EUR"),
                producer.holding(
                        UUID.randomUUID(),
                        former,
                        product,
                        start,
                        Caller.today().minusDays(2),
                        "EUR"),
                producer.holding(UUID.randomUUID(), former, other, start, null, "EUR"));
        success.eventually(
                "/customers?productId=" + other + "&sort=name",
                page -> assertThat(names(page)).containsExactly("Bravo", "Charlie"));
        var admin = success.inRole("admin");
        admin.put("/customer-attributes/industry", null, "{\"type\":\"TEXT\"}")
                .then()
                .statusCode(200);
        for (var account : retail) {
            admin.patch("/customers/" + account + "/care", "\"0\"", "{\"attributes\":{\"industry\":\"retail: food\"}}")
                    .then()
                    .statusCode(200);
        }

        assertThat(all("/customers?productId=" + product)).containsExactly("Alpha");
        assertThat(all("/customers?attribute=industry:retail:%20food&sort=name&limit=1"))
                .containsExactly("Alpha", "Bravo");
        assertThat(all("/customers?attribute=industry:retail:%20food&productId=" + other))
                .containsExactly("Bravo");
        assertThat(all("/customers?attribute=industry:retail")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "attribute=industry, ?attribute, parameter-invalid",
        "attribute=industry:retail, ?attribute, attribute-unknown",
        "productId=x, ?productId, parameter-invalid",
        "sort=-name, ?sort, parameter-invalid",
        "sort=mrr, ?sort, money-needs-currency",
        "minMrr=1, ?minMrr, money-needs-currency",
        "minMrr=much&currency=EUR, ?minMrr, parameter-invalid",
        "minMrr=123456789012345678&currency=EUR, ?minMrr, parameter-invalid",
        "scoreBelow=low, ?scoreBelow, parameter-invalid",
        "currency=EURO, ?currency, currency-unknown",
        "status=HAPPY, ?status, parameter-invalid",
        "segmentId=x, ?segmentId, parameter-invalid",
        "owner=x, ?owner, unknown-parameter",
    })
    void shouldPointAtTheFault(String query, String pointer, String code) {
        success.get("/customers?" + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void shouldRefuseTheCursorOfAnotherOrder() {
        success.customer(1);
        success.customer(1);
        var cursor = success.json("/customers?limit=1").path("nextCursor").asText();
        success.get("/customers?sort=name&limit=1&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("cursor-invalid"));
    }

    private List<String> all(String path) {
        var names = new ArrayList<String>();
        for (var page = success.json(path); ; ) {
            names.addAll(names(page));
            if (!page.has("nextCursor")) {
                return names;
            }
            page = success.json(path + "&cursor=" + page.path("nextCursor").asText());
        }
    }

    private static List<String> names(JsonNode page) {
        var names = new ArrayList<String>();
        page.path("items").forEach(item -> names.add(item.path("name").asText()));
        return names;
    }
}
