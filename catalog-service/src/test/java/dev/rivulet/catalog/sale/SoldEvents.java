package dev.rivulet.catalog.sale;

import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Subscriptions as subscription-service would tell of them. */
public final class SoldEvents {

    static final String TOPIC = "subscription.subscription.state.v1";

    private SoldEvents() {}

    /** The topic is subscription-service's, so that nobody here makes it. */
    public static void makeTheTopic() {
        Topic.make(TOPIC);
    }

    /** A subscription signed now, and how it goes on is up to the terms given after the plan's version. */
    public static UUID sold(String tenant, String plan, int planVersion, String terms) {
        var id = UUID.randomUUID();
        state(tenant, id, 0, """
                {"id": "%s", "accountId": "%s", "productId": "%s", "planId": "%s", "planName": "Team",
                 "planVersion": %d, "propositionId": "%s", "propositionVersion": 1, "seats": 25,
                 "startDate": "2026-01-15", "addedLater": 1, %s}""".formatted(id, UUID.randomUUID(), PRODUCT, plan, planVersion, PROPOSITION, terms));
        return id;
    }

    /** What all of them are subscriptions to. */
    public static final UUID PRODUCT = UUID.randomUUID();

    /** What all of them were sold with. */
    public static final UUID PROPOSITION = UUID.randomUUID();

    /** A state, or a tombstone when there is none. */
    public static void state(String tenant, UUID id, long version, String payload) {
        var event = new Event(
                UUID.randomUUID().toString(),
                "/rivulet/subscription",
                SubscriptionState.TYPE,
                tenant,
                id.toString(),
                version,
                payload,
                null);
        Topic.send(List.of(Envelope.write(TOPIC, event, Instant.parse("2026-03-01T10:00:00Z"))));
    }
}
