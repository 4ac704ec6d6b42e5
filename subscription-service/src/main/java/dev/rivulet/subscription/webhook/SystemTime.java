package dev.rivulet.subscription.webhook;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Real time, also for sandbox tenants: the receiver's machine does not live by their test clock, neither in its
 * outages nor in the tolerance of its timestamps.
 */
@Singleton
class SystemTime {

    @Produces
    @Singleton
    InstantSource time() {
        return InstantSource.system();
    }
}
