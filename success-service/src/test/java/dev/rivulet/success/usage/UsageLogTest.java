package dev.rivulet.success.usage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class UsageLogTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    @Inject
    Tenants tenants;

    @Test
    @Timeout(value = 12, unit = TimeUnit.SECONDS)
    void shouldRefuseAWholeBatchInReasonableTimeWhileKafkaIsAway() {
        var log = new UsageLog(() -> {}, tenants, JSON, "localhost:1");
        var event = new UsageEvent("e", "/test", UUID.randomUUID(), "u", "m", "m", BigDecimal.ONE, Instant.EPOCH);
        try {
            assertThatThrownBy(() -> tenants.as("kafka-away", () -> {
                        log.append(Collections.nCopies(1_000, event), Instant.EPOCH);
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> org.assertj.core.api.Assertions.assertThat(rejected.kind())
                                    .isEqualTo(Rejected.Kind.UNAVAILABLE));
        } finally {
            log.close();
        }
    }
}
