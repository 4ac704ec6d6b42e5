package dev.rivulet.success.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.MrrStory;
import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.revenue.domain.MovementKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Movements of revenue that arrive at the moment in which a test clock moves. */
@QuarkusTest
class MovingClockTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 15);
    private static final LocalDate DUE = LocalDate.of(2026, 1, 15);
    private static final Instant AFTER = Instant.parse("2026-01-16T12:00:00Z");

    @Inject
    RevenueCopies copies;

    @Inject
    TenantClock clock;

    @Inject
    Event<ClockMoved> moves;

    @Inject
    Tenants tenants;

    @Inject
    EntityManager entities;

    private final Caller success = Caller.sandbox();

    @Test
    void shouldCorrectWhatCameOutWithoutThem() throws Exception {
        var account = UUID.randomUUID();
        var producer = success.producer();
        producer.send(producer.clock(Instant.parse("2025-12-16T12:00:00Z")));
        waitForOne("tenant_clock WHERE");
        producer.send(
                producer.account(account, 0, "Leaving", "UTC"),
                producer.subscription(account, account, 0, 10, START, "ACTIVE", DUE, "null"));
        new MrrStory(producer).moved(account, "NEW", START, "100.00").send();
        waitForOne("revenue_movement WHERE");
        waitForOne("renewal WHERE seen_on IS NOT NULL AND");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = inTenant(() -> {
                entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(3088, hashtext(:tenant))")
                        .setParameter("tenant", success.tenant())
                        .getResultList();
                var taker = new CompletableFuture<Integer>();
                var taking = threads.submit(() -> inTenant(() -> {
                    taker.complete((Integer) entities.createNativeQuery("SELECT pg_backend_pid()")
                            .getSingleResult());
                    copies.take(List.of(churn(account)));
                    return true;
                }));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> Sql.number(
                                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 3088"
                                                + " AND NOT granted AND pid::text = ?",
                                        taker.join().toString())
                                == 1);
                clock.follow(AFTER);
                moves.fire(new ClockMoved(AFTER));
                assertThat(entities.createNativeQuery("SELECT outcome FROM renewal WHERE account_id = :account")
                                .setParameter("account", account)
                                .getSingleResult())
                        .isEqualTo("RENEWED");
                return taking;
            });
            assertThat(taken.get()).isTrue();
        }

        success.eventually(
                "/renewals/precision",
                precision -> assertThat(precision.path("risks").findValuesAsText("lost"))
                        .contains("1"));
    }

    private MrrMoved churn(UUID account) {
        return new MrrMoved(
                UUID.randomUUID(),
                account,
                account,
                MovementKind.CHURN,
                Money.of("-100.00", "EUR"),
                DUE,
                null,
                null,
                null,
                null,
                null);
    }

    private void waitForOne(String rows) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Sql.number("SELECT count(*) FROM " + rows + " tenant_id = ?", success.tenant()) == 1);
    }

    private <T> T inTenant(Callable<T> work) {
        return tenants.as(
                success.tenant(), () -> QuarkusTransaction.requiringNew().call(work));
    }
}
