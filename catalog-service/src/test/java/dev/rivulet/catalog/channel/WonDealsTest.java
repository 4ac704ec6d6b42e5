package dev.rivulet.catalog.channel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WonDealsTest {

    private final Caller sales = Caller.as("sales");
    private String product;

    @BeforeEach
    void addAProduct() throws Exception {
        Sales.makeTheTopic();
        product = sales.product();
    }

    @Test
    void shouldCountCustomersNotSubscriptions() {
        var faithful = UUID.randomUUID();
        Sales.sell(sales.tenant(), product, faithful);
        Sales.sell(sales.tenant(), product, faithful);
        Sales.sell(sales.tenant(), sales.product(), UUID.randomUUID());
        Sales.sell(Caller.as("sales").tenant(), product, UUID.randomUUID());
        Sales.sell(sales.tenant(), product, UUID.randomUUID());
        awaitCustomers(2);
    }

    @Test
    void shouldKeepSalesThatWereCancelledOrForgotten() {
        var kept = UUID.randomUUID();
        var account = UUID.randomUUID();
        Sales.tell(sales.tenant(), kept, product, account, 0, "ACTIVE");
        Sales.tell(sales.tenant(), kept, product, account, 1, "CANCELLED");
        Sales.send(sales.tenant(), kept, 2, null);
        Sales.sell(sales.tenant(), product, UUID.randomUUID());
        awaitCustomers(2);
    }

    @Test
    void shouldParkWhatItCannotRead() {
        Sales.send(sales.tenant(), UUID.randomUUID(), 0, "{\"id\": \"what?\"}");
        Sales.sell(sales.tenant(), product, UUID.randomUUID());
        awaitCustomers(1);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> sales.inRole("ops")
                        .get("/dead-letters")
                        .then()
                        .body("items", hasSize(1))
                        .body("items[0].consumer", equalTo("channel-deals")));
    }

    private void awaitCustomers(int customers) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> sales.get("/products/" + product + "/channel-readiness")
                        .then()
                        .statusCode(200)
                        .body("criteria.find { it.kind == 'OWN_CUSTOMERS' }.found", equalTo(customers)));
    }
}
