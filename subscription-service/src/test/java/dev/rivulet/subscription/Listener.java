package dev.rivulet.subscription;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.testing.Sql;
import java.util.List;
import java.util.Map;

/** Somebody who is told of a shop's invoices when they are final and never answers: what he is told is kept. */
public record Listener(Shop shop) {

    private static final String FINAL = "dev.rivulet.subscription.invoice.finalized.v1";

    public static Listener to(Shop shop) {
        shop.as("admin")
                .body(Map.of("url", "http://127.0.0.1:9/", "eventTypes", List.of(FINAL)))
                .post("/webhook-endpoints")
                .then()
                .statusCode(201);
        return new Listener(shop);
    }

    public void awaitAll() {
        await().atMost(60, SECONDS)
                .until(() -> Sql.number(
                                "SELECT (SELECT count(*) FROM invoice i WHERE i.tenant_id = t.id AND status <> 'DRAFT')"
                                        + " - (SELECT count(*) FROM webhook_delivery d WHERE d.tenant_id = t.id"
                                        + " AND event_type = ?) FROM (SELECT ?::text AS id) t",
                                FINAL,
                                shop.tenant)
                        == 0);
    }
}
