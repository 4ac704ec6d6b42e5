package dev.rivulet.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Waiting out failures that are not the event's: a database away, a deadlock, a full pool. */
@Singleton
class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    /** Connection, resources, operator intervention, serialization and deadlock. */
    private static final Set<String> TRANSIENT = Set.of("08", "53", "57", "40");

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Tries until it succeeds; at shutdown the failure is passed on and the records come again after the restart. */
    void untilDone(Runnable attempt) {
        var pause = Duration.ofMillis(100);
        while (true) {
            try {
                attempt.run();
                return;
            } catch (RuntimeException e) {
                if (!isTransient(e) || stopped(pause)) {
                    throw e;
                }
                LOG.warnf("trying again after %s", reason(e));
                pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            }
        }
    }

    private boolean stopped(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    static boolean isTransient(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientException) {
                return true;
            }
            if (t instanceof SQLException e && isTransient(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Agroal reports a pool that cannot serve with a plain SQLException without a state. */
    private static boolean isTransient(@Nullable String state) {
        return state == null || (state.length() == 5 && TRANSIENT.contains(state.substring(0, 2)));
    }

    static String reason(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var reason = root.getClass().getSimpleName() + ": " + root.getMessage();
        return reason.length() > 2_000 ? reason.substring(0, 2_000) : reason;
    }
}
