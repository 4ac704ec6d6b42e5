package dev.rivulet.success.touch;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.events.TouchChanged;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Tells other services how customers and prospects are looked after. */
@Singleton
class TouchNews {

    private final Outbox outbox;
    private final TenantClock clock;

    TouchNews(Outbox outbox, TenantClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** In the transaction of the change; before it is null where nothing had been decided. */
    void changed(TouchState state, @Nullable TouchState before) {
        outbox.publish(
                SuccessEvents.TOUCH_CHANGED,
                state.subject(),
                0,
                new TouchChanged(
                        state.prospect() ? null : state.subject(),
                        state.prospect() ? state.subject() : null,
                        state.model().name(),
                        before == null ? null : before.model().name(),
                        state.manager(),
                        state.waitingSince() != null,
                        clock.now()));
    }
}
