package dev.rivulet.catalog.channel;

import dev.rivulet.catalog.sale.SoldEvents;
import java.util.UUID;

/** Sells as subscription-service would. */
final class Sales {

    private Sales() {}

    static void makeTheTopic() throws InterruptedException {
        SoldEvents.makeTheTopic();
    }

    /** A new subscription of an account to a product. */
    static void sell(String tenant, String product, UUID account) {
        sell(tenant, product, account, "");
    }

    /** One that a partner sold. */
    static void sell(String tenant, String product, UUID account, UUID partner) {
        sell(tenant, product, account, ", \"partnerId\": \"" + partner + "\"");
    }

    private static void sell(String tenant, String product, UUID account, String more) {
        var id = UUID.randomUUID();
        SoldEvents.state(tenant, id, 0, """
                {"id": "%s", "accountId": "%s", "productId": "%s", "planId": "%s", "planVersion": 1, "seats": 25,
                 "price": {"amount": "49.00", "currency": "EUR"}, "period": "MONTH", "status": "ACTIVE",
                 "startDate": "2026-01-15"%s}""".formatted(id, account, product, UUID.randomUUID(), more));
    }
}
