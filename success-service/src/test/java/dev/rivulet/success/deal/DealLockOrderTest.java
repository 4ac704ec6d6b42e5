package dev.rivulet.success.deal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of deals of the same customers, in any order, wait for each other one way only. */
@QuarkusTest
class DealLockOrderTest {

    private static final int THREADS = 6;
    private static final int ROUNDS = 8;

    @Inject
    DealStates states;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.fresh();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldNotDeadlockHoweverTheDealsCome(long seed) throws Exception {
        var accounts = Stream.generate(UUID::randomUUID).limit(8).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, THREADS)
                    .mapToObj(thread -> (Callable<Boolean>) () -> work(new Random(seed * THREADS + thread), accounts))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).as("seed %d", seed).isTrue();
            }
        }
        assertThat(Sql.number("SELECT count(*) FROM customer WHERE tenant_id = ?", success.tenant()))
                .isEqualTo(accounts.size());
        assertThat(Sql.number("SELECT count(*) FROM deal WHERE tenant_id = ?", success.tenant()))
                .isEqualTo((long) THREADS * ROUNDS * accounts.size());
    }

    /** Each batch has deals of its own: those of one are never handled twice at a time. */
    private boolean work(Random random, List<UUID> accounts) {
        return tenants.as(success.tenant(), () -> {
            for (var round = 0; round < ROUNDS; round++) {
                var shuffled = new ArrayList<>(accounts);
                Collections.shuffle(shuffled, random);
                var batch =
                        shuffled.stream().map(account -> contracting(account)).toList();
                QuarkusTransaction.requiringNew().run(() -> {
                    states.prepare(batch);
                    batch.forEach(states::on);
                });
            }
            return true;
        });
    }

    private Event contracting(UUID account) {
        var deal = UUID.randomUUID();
        var told = success.producer().deal(deal, account, 0, "CONTRACTING", Instant.parse("2026-03-02T12:00:00Z"));
        return new Event(
                UUID.randomUUID().toString(),
                "/rivulet/subscription",
                DealState.TYPE,
                success.tenant(),
                deal.toString(),
                0,
                told.value(),
                null);
    }
}
