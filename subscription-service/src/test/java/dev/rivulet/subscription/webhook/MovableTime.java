package dev.rivulet.subscription.webhook;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Real time that a test can hasten. */
@Alternative
@Priority(1)
@Singleton
class MovableTime implements InstantSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    void hasten(Duration time) {
        ahead.accumulateAndGet(time, Duration::plus);
    }
}
