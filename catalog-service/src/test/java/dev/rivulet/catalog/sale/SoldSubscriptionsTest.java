package dev.rivulet.catalog.sale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SoldSubscriptionsTest {

    private static final String MONTHLY = """
            "price": {"amount": "49.00", "currency": "EUR"}, "period": "MONTH", "status": "ACTIVE\"""";

    @Inject
    Sales sales;

    @Inject
    Tenants tenants;

    private final String tenant = Caller.as("sales").tenant();
    private final UUID plan = UUID.randomUUID();

    @BeforeEach
    void makeTheTopic() throws InterruptedException {
        SoldEvents.makeTheTopic();
    }

    @Test
    void shouldCountCustomersNotSubscriptionsAndLostOnesToo() {
        var first = sell(1, MONTHLY);
        sell(1, MONTHLY);
        sell(1, MONTHLY.replace("ACTIVE", "CANCELLED"));
        var again = UUID.randomUUID();
        await().atMost(60, SECONDS).until(() -> asked(() -> sales.ownCustomers(SoldEvents.PRODUCT)) == 3);

        var account = Sql.column(
                        "SELECT account_id FROM sold_subscription WHERE tenant_id = ? AND id = ?", tenant, first)
                .getFirst();
        SoldEvents.state(tenant, again, 0, """
                {"id": "%s", "accountId": "%s", "productId": "%s", "planId": "%s", "planVersion": 1, "seats": 25,
                 "startDate": "2026-01-15", %s}""".formatted(again, account, SoldEvents.PRODUCT, plan, MONTHLY));
        await().atMost(60, SECONDS)
                .until(() -> Sql.number("SELECT count(*) FROM sold_subscription WHERE tenant_id = ?", tenant) == 4);

        assertThat(asked(() -> sales.ownCustomers(SoldEvents.PRODUCT))).isEqualTo(3);
        assertThat(asked(() -> sales.ownCustomers(UUID.randomUUID()))).isZero();
    }

    @Test
    void shouldGroupWhatRunsByItsTerms() {
        sell(1, MONTHLY);
        sell(1, MONTHLY);
        sell(1, MONTHLY + ", \"endDate\": \"2026-04-15\"");
        sell(2, MONTHLY.replace("49.00", "59.00"));
        sell(1, MONTHLY.replace("ACTIVE", "CANCELLED"));

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(asked(() -> sales.running(plan)))
                        .containsExactly(
                                new Sales.Running(1, Money.of("49.00", "EUR"), "MONTH", null, 2),
                                new Sales.Running(1, Money.of("49.00", "EUR"), "MONTH", LocalDate.of(2026, 4, 15), 1),
                                new Sales.Running(2, Money.of("59.00", "EUR"), "MONTH", null, 1)));
    }

    @Test
    void shouldFollowASubscriptionToItsEndAndForgetItWithItsTombstone() {
        var first = sell(1, MONTHLY);
        var second = sell(1, MONTHLY);
        await().atMost(60, SECONDS).until(() -> asked(() -> sales.ownCustomers(SoldEvents.PRODUCT)) == 2);

        SoldEvents.state(tenant, first, 1, """
                {"id": "%s", "accountId": "%s", "productId": "%s", "planId": "%s", "planVersion": 1, "seats": 25,
                 "startDate": "2026-01-15", "endDate": "2026-02-15", %s}""".formatted(
                        first, UUID.randomUUID(), SoldEvents.PRODUCT, plan, MONTHLY.replace("ACTIVE", "CANCELLED")));
        SoldEvents.state(tenant, second, 1, null);

        await().atMost(60, SECONDS).untilAsserted(() -> {
            assertThat(asked(() -> sales.running(plan))).isEmpty();
            assertThat(asked(() -> sales.ownCustomers(SoldEvents.PRODUCT))).isEqualTo(1);
        });
    }

    @Test
    void shouldKeepTenantsApart() {
        sell(1, MONTHLY);
        await().atMost(60, SECONDS).until(() -> asked(() -> sales.ownCustomers(SoldEvents.PRODUCT)) == 1);

        var stranger = Caller.as("sales").tenant();
        assertThat(tenants.as(stranger, () -> sales.ownCustomers(SoldEvents.PRODUCT)))
                .isZero();
        assertThat(tenants.as(stranger, () -> sales.running(plan))).isEmpty();
    }

    private UUID sell(int planVersion, String terms) {
        return SoldEvents.sold(tenant, plan.toString(), planVersion, terms);
    }

    private <T> T asked(Supplier<T> question) {
        return tenants.as(tenant, question);
    }
}
