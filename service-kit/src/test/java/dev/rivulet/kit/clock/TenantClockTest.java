package dev.rivulet.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.local.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class TenantClockTest {

    @Inject
    TenantClock clock;

    @Inject
    Tenants tenants;

    private final String sandbox = "sandbox-" + UUID.randomUUID();

    private <T> T as(String tenant, Supplier<T> work) {
        return tenants.as(tenant, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private void move(String tenant, String time) {
        as(tenant, () -> {
            clock.moveTo(Instant.parse(time));
            return true;
        });
    }

    @Test
    void shouldStandStillUntilMovedAndOnlyForSandboxes() {
        move(sandbox, "2026-02-28T22:30:00Z");
        assertThat(as(sandbox, clock::now)).isEqualTo(Instant.parse("2026-02-28T22:30:00Z"));
        assertThat(as(sandbox, () -> clock.today(ZoneId.of("Europe/Moscow")))).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(as(sandbox, () -> clock.today(ZoneId.of("America/New_York"))))
                .isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(as("live", clock::now)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThatThrownBy(() -> move("live", "2026-02-28T22:30:00Z"))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.code()).isEqualTo("sandbox-only"));
    }

    @Test
    void shouldNotGoBackwards() {
        move(sandbox, "2026-03-01T00:00:00Z");
        assertThatThrownBy(() -> move(sandbox, "2026-02-01T00:00:00Z"))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.code()).isEqualTo("clock-backwards"));
        as(sandbox, () -> {
            clock.follow(Instant.parse("2026-01-01T00:00:00Z"));
            return true;
        });
        assertThat(as(sandbox, clock::now)).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }
}
