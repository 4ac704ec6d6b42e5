package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningLaneTest {

    private static final IllegalStateException REFUSED = new IllegalStateException("refused");

    private final SigningLane lane = new SigningLane(5, 0.25);
    private final List<List<Signing>> batches = new CopyOnWriteArrayList<>();
    private final AtomicInteger came = new AtomicInteger();

    @Test
    void shouldGatherWhileABatchIsUnderWay() throws Exception {
        var gate = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> pass("a", batch -> {
                awaitQuietly(gate);
                answer(batch);
            }));
            await().atMost(Duration.ofSeconds(60)).until(() -> came.get() == 1);
            var others = new ArrayList<Future<?>>();
            for (var i = 0; i < 12; i++) {
                others.add(callers.submit(() -> pass("a", this::answer)));
            }
            others.add(callers.submit(() -> pass("b", this::answer)));
            await().atMost(Duration.ofSeconds(60)).until(() -> lane.waiting() == 13);
            gate.countDown();
            first.get();
            for (var other : others) {
                other.get();
            }
        }

        // 12 of one tenant, 5 at most at once; one of another, on its own.
        assertThat(batches).extracting(List::size).containsExactlyInAnyOrder(1, 1, 2, 5, 5);
        assertThat(batches.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(14);
    }

    @Test
    void shouldAwaitWhoComesBackWithItsNextRequest() throws Exception {
        var patient = new SigningLane(5, 1_000);
        var gate = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> {
                patient.pass("a", request(), batch -> {
                    came.incrementAndGet();
                    awaitQuietly(gate);
                    answer(batch);
                });
                patient.pass("a", request(), this::answer);
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> came.get() == 1);
            for (var i = 0; i < 3; i++) {
                callers.submit(() -> patient.pass("a", request(), this::answer));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> patient.waiting() == 3);
            gate.countDown();
            first.get();
        }

        assertThat(batches).extracting(List::size).containsExactly(1, 4);
    }

    @Test
    void shouldComeBackToWhatABatchLeft() {
        var left = request();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new CountDownLatch(1);
            callers.submit(() -> pass("a", batch -> {
                awaitQuietly(gate);
                answer(batch);
            }));
            await().atMost(Duration.ofSeconds(60)).until(() -> came.get() == 1);
            for (var i = 0; i < 3; i++) {
                callers.submit(() -> pass("a", batch -> answer(batch.subList(0, 1))));
            }
            callers.submit(() -> lane.pass("a", left, batch -> answer(batch.subList(0, 1))));
            await().atMost(Duration.ofSeconds(60)).until(() -> lane.waiting() == 4);
            gate.countDown();
        }

        assertThatThrownBy(left::answer).isSameAs(REFUSED);
        assertThat(batches).hasSize(5);
    }

    @Test
    void shouldLetEverybodyGoAloneWhenTheWorkBreaks() throws Exception {
        var gate = new CountDownLatch(1);
        var others = IntStream.range(0, 8).mapToObj(i -> request()).toList();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> pass("a", batch -> {
                awaitQuietly(gate);
                throw REFUSED;
            }));
            await().atMost(Duration.ofSeconds(60)).until(() -> came.get() == 1);
            var waiting = others.stream()
                    .map(other -> callers.submit(() -> lane.pass("b", other, this::answer)))
                    .toList();
            await().atMost(Duration.ofSeconds(60)).until(() -> lane.waiting() == 8);
            gate.countDown();
            first.get();
            for (var each : waiting) {
                each.get();
            }
        }

        assertThat(batches).isEmpty();
        assertThat(others).noneMatch(Signing::isAnswered);
        pass("a", this::answer);
        assertThat(batches).hasSize(1);
    }

    @Test
    void shouldAnswerNobodyBeforeAnErrorIsOver() {
        var request = request();
        assertThatThrownBy(() -> lane.pass("a", request, batch -> {
                    throw new AssertionError("broken");
                }))
                .hasMessage("broken");

        assertThat(lane.waiting()).isZero();
        pass("a", this::answer);
        assertThat(batches).hasSize(1);
    }

    private void pass(String tenant, Consumer<List<Signing>> work) {
        lane.pass(tenant, request(), batch -> {
            came.incrementAndGet();
            work.accept(batch);
        });
    }

    private void answer(List<Signing> batch) {
        batches.add(List.copyOf(batch));
        batch.forEach(signing -> signing.failed(REFUSED));
    }

    private static Signing request() {
        var id = UUID.randomUUID();
        return new Signing(new SubscriptionRequest(id, id, id, 1, null, null, null, null, null), Optional.empty());
    }

    private static void awaitQuietly(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
