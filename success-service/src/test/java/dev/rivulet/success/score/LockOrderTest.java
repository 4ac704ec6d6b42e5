package dev.rivulet.success.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.CustomerLocks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions that touch the same customers wait for each other one way only. */
@QuarkusTest
class LockOrderTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 12;

    @Inject
    CustomerLocks locks;

    @Inject
    Event<CustomerChanged> changes;

    @Inject
    Tenants tenants;

    @Inject
    Scoring scoring;

    @Inject
    EntityManager entities;

    private final Caller success = Caller.fresh();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldNotDeadlockHoweverTheCustomersCome(long seed) throws Exception {
        var accounts = Stream.generate(UUID::randomUUID).limit(10).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, THREADS)
                    .mapToObj(thread -> (Callable<Boolean>) () -> work(new Random(seed * THREADS + thread), accounts))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).as("seed %d", seed).isTrue();
            }
        }
        assertThat(Sql.number("SELECT count(*) FROM customer_score WHERE tenant_id = ?", success.tenant()))
                .isEqualTo(10);
    }

    /** Who moves a test clock has it first and the customers after. */
    @Test
    void shouldHoldTheClockBeforeTheCustomers() throws Exception {
        var tenant = Caller.sandbox().tenant();
        var accounts = List.of(UUID.randomUUID());
        tenants.as(tenant, () -> {
            QuarkusTransaction.requiringNew().run(() -> locks.claim(accounts));
            return true;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var refreshed = tenants.as(
                    tenant,
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(3088, hashtext(:tenant))")
                                .setParameter("tenant", tenant)
                                .getResultList();
                        var refresh = threads.submit(() -> tenants.as(tenant, () -> {
                            QuarkusTransaction.requiringNew().run(() -> scoring.recompute(accounts));
                            return true;
                        }));
                        await().until(() -> Sql.number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                                        + " AND classid = 3088 AND NOT granted")
                                > 0);
                        assertThat(locks.lock(accounts)).hasSize(1);
                        return refresh;
                    }));
            assertThat(refreshed.get()).isTrue();
        }
    }

    private boolean work(Random random, List<UUID> accounts) {
        return tenants.as(success.tenant(), () -> {
            for (var round = 0; round < ROUNDS; round++) {
                var some = new ArrayList<>(accounts);
                Collections.shuffle(some, random);
                var touched = some.subList(0, 1 + random.nextInt(some.size()));
                QuarkusTransaction.requiringNew().run(() -> {
                    locks.claim(touched);
                    touched.forEach(account -> changes.fire(new CustomerChanged(account)));
                });
            }
            return true;
        });
    }
}
