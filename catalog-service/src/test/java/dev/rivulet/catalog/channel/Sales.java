package dev.rivulet.catalog.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks as subscription-service, whose topic nobody here makes. */
final class Sales {

    private static final String TOPIC = "subscription.subscription.state.v1";

    private Sales() {}

    static void makeTheTopic() throws Exception {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 6, (short) 1))).all().get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
        }
    }

    /** A new subscription of an account to a product. */
    static void sell(String tenant, String product, UUID account) {
        tell(tenant, UUID.randomUUID(), product, account, 0, "ACTIVE");
    }

    static void tell(String tenant, UUID subscription, String product, UUID account, long version, String status) {
        send(tenant, subscription, version, """
                {"id": "%s", "accountId": "%s", "productId": "%s", "planId": "%s", "seats": 25, "status": "%s",
                 "startDate": "2026-01-15", "addedLater": 1}""".formatted(subscription, account, product, UUID.randomUUID(), status));
    }

    static void send(String tenant, UUID subscription, long version, String payload) {
        var event = new Event(
                UUID.randomUUID().toString(),
                "/rivulet/subscription",
                SoldSubscription.TYPE,
                tenant,
                subscription.toString(),
                version,
                payload,
                null);
        Topic.send(List.of(Envelope.write(TOPIC, event, Instant.parse("2026-01-15T10:00:00Z"))));
    }
}
