package dev.rivulet.kit.outbox;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code <service>.dead-letter.events.v1}: where parked events are announced, through the outbox like all else. */
@Singleton
class DeadLetterTopic {

    private final Outbox outbox;
    private final EventType parked;

    DeadLetterTopic(Outbox outbox, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.outbox = outbox;
        var service = application.replace("-service", "");
        this.parked =
                new EventType(service + ".dead-letter.events.v1", "dev.rivulet." + service + ".dead-letter.parked.v1");
    }

    void announce(DeadLetter letter) {
        outbox.publish(parked, letter.id(), 1, letter);
    }
}
