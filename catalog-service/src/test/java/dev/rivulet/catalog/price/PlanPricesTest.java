package dev.rivulet.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Prices kept in memory must not outlive their stamp, whoever has changed them. */
@QuarkusTest
class PlanPricesTest {

    @Test
    void shouldQuoteWhatAnotherReplicaHasRecorded() {
        var till = Till.open();
        assertThat(till.total("")).isEqualTo("49.00");
        assertThat(till.total("")).isEqualTo("49.00");
        // In one transaction, as a change is anywhere.
        Sql.run("""
                UPDATE price SET terms = '{"model": "FLAT", "amount": "50.00"}' WHERE plan_id = '%1$s';
                UPDATE price_ledger l SET recorded_at = clock_timestamp() FROM plan p
                  WHERE p.tenant_id = l.tenant_id AND p.id = '%1$s'""".formatted(till.plan()));
        assertThat(till.total("")).isEqualTo("50.00");
    }

    @Test
    void shouldKeepThePricesOfOneTenantFromAnother() {
        var till = Till.open();
        assertThat(till.total("")).isEqualTo("49.00");
        new Till(Till.open().sales(), till.product(), till.plan())
                .ask("")
                .then()
                .statusCode(422);
    }

    @Test
    void shouldQuoteAChangeAtOnce() {
        var till = Till.open();
        for (var amount = 1; amount <= 5; amount++) {
            till.price("seat" + amount, null, "{\"model\": \"FLAT\", \"amount\": \"1\"}");
            assertThat(till.total("")).isEqualTo(49 + amount + ".00");
        }
    }
}
