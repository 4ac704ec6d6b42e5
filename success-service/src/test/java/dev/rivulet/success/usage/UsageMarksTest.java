package dev.rivulet.success.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UsageMarksTest {

    @Inject
    UsageMarks marks;

    @Inject
    Tenants tenants;

    private final String tenant = Caller.fresh().tenant();

    @Test
    void shouldTellOfAnAccountOnceHoweverManyBatchesItWasIn() {
        var busy = UUID.randomUUID();
        var quiet = UUID.randomUUID();
        // In one transaction, so that the timer, which takes them too, sees none of it.
        tenants.as(
                tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    marks.put(List.of(busy, quiet));
                    marks.put(List.of(busy));
                    marks.put(List.of(busy));
                    assertThat(marks.take(1)).containsExactly(busy);
                    assertThat(marks.take(1)).containsExactly(quiet);
                    assertThat(marks.take(1)).isEmpty();
                    return true;
                }));
    }
}
