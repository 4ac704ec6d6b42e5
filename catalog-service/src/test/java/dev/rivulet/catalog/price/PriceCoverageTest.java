package dev.rivulet.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PriceCoverageTest {

    @Inject
    PriceCoverage coverage;

    @Inject
    Tenants tenants;

    private final Caller sales = Caller.as("sales");

    @Test
    void shouldFindThePriceOfAPublishedPlan() {
        var segment = sales.segment();
        var till = Till.open(sales, "49.00");
        assertThat(priced(sales, till.product(), segment)).isTrue();
        assertThat(priced(Caller.as("sales"), till.product(), segment)).isFalse();

        var product = sales.product();
        var draft = new Till(sales, product, Till.draft(sales, product, "49.00"));
        draft.price("base", null, "{\"model\": \"FLAT\", \"amount\": 1}");
        assertThat(priced(sales, product, segment)).isFalse();
    }

    private boolean priced(Caller caller, String product, String segment) {
        return tenants.as(caller.tenant(), () -> coverage.priced(UUID.fromString(product), UUID.fromString(segment)));
    }
}
