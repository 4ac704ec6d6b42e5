package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people do different things to one invoice at once: the books tell one story, whoever was first. */
@QuarkusTest
class InvoiceRivalryTest {

    private static final int ROUNDS = 6;
    private static final Map<String, String> WHY = Map.of("reason", "Wrong address");

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.at("2024-03-15T10:00:00Z");
    }

    @Test
    void shouldVoidOrBePaid() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var buyer = Buyer.of(shop, Map.of());
            buyer.charge("10.00");
            var invoice = buyer.invoice();

            var answers = rivals(command(invoice, "voids"), pay(invoice));

            // Void: nothing is due any more. Paid: who pays gets it back before it is void.
            if (answers.get("voids") == 200) {
                assertThat(answers.get("payments")).isEqualTo(422);
                assertThat(status(buyer, invoice)).isEqualTo("VOID 0.00");
            } else {
                assertThat(answers).containsEntry("payments", 201);
                assertThat(answers.get("voids")).isIn(409, 412);
                assertThat(status(buyer, invoice)).isEqualTo("PAID 0.00");
            }
            buyer.booksAgree();
        }
        allHolds();
    }

    @Test
    void shouldBeCreditedOrPaid() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var buyer = Buyer.of(shop, Map.of());
            buyer.charge("10.00");
            var invoice = buyer.invoice();

            var answers = rivals(command(invoice, "credit-notes"), pay(invoice));

            // Credited first, there is nothing to pay; paid first, the credit goes to the balance or was too late.
            if (answers.get("payments") == 201) {
                assertThat(answers.get("credit-notes")).isIn(201, 409, 412);
                assertThat(buyer.balance()).isEqualTo(answers.get("credit-notes") == 201 ? "10.00" : "0.00");
            } else {
                assertThat(answers).containsEntry("credit-notes", 201).containsEntry("payments", 422);
                assertThat(buyer.balance()).isEqualTo("0.00");
            }
            assertThat(status(buyer, invoice)).endsWith(" 0.00");
            buyer.booksAgree();
        }
        allHolds();
    }

    @Test
    void shouldBeFinalOrDiscarded() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var buyer = Buyer.of(shop, Map.of("graceDays", 3));
            buyer.charge("10.00");
            var draft = buyer.invoice();

            var answers = rivals(
                    command(draft, "finalizations"),
                    Map.entry(
                            "discards",
                            () -> shop.as("billing")
                                    .header("If-Match", "\"0\"")
                                    .delete("/invoices/" + draft)
                                    .statusCode()));

            if (answers.get("finalizations") == 200) {
                assertThat(answers.get("discards")).isIn(409, 412);
                assertThat(buyer.charges()).extracting("status").containsExactly("INVOICED");
            } else {
                assertThat(answers).containsEntry("discards", 204);
                assertThat(answers.get("finalizations")).isIn(404, 409, 412);
                assertThat(buyer.invoices()).isEmpty();
                assertThat(buyer.charges()).extracting("status").containsExactly("PENDING");
            }
            buyer.booksAgree();
        }
        // No number was lost with what was discarded.
        allHolds();
    }

    /** Once the run has looked at what is due. */
    private void allHolds() {
        shop.moveClock("2024-03-15T11:00:00Z").statusCode(200);
        new Invariants(shop).shouldHold();
    }

    private Map.Entry<String, Callable<Integer>> command(String invoice, String command) {
        return Map.entry(
                command,
                () -> shop.as("billing")
                        .header("If-Match", "\"0\"")
                        .body(WHY)
                        .post("/invoices/" + invoice + "/" + command)
                        .statusCode());
    }

    private Map.Entry<String, Callable<Integer>> pay(String invoice) {
        return Map.entry(
                "payments",
                () -> shop.pay(invoice, "10.00", "EUR", "P-" + invoice, "2024-03-15")
                        .extract()
                        .statusCode());
    }

    /** What each was answered. */
    @SafeVarargs
    private static Map<String, Integer> rivals(Map.Entry<String, Callable<Integer>>... calls) throws Exception {
        var answers = new HashMap<String, Integer>();
        var running = List.of(calls).stream()
                .<Callable<Integer>>map(call -> () -> {
                    var status = call.getValue().call();
                    synchronized (answers) {
                        answers.put(call.getKey(), status);
                    }
                    return status;
                })
                .toList();
        SalesDesk.atOnce(running);
        return answers;
    }

    private static String status(Buyer buyer, String invoice) {
        var read = buyer.read(invoice).extract();
        return read.path("status") + " " + read.path("due.amount");
    }
}
