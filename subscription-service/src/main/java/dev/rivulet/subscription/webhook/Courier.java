package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.webhook.SecretBox;
import dev.rivulet.subscription.events.WebhookEndpointDisabled;
import dev.rivulet.subscription.webhook.Attempt.Cause;
import dev.rivulet.subscription.webhook.Sender.Letter;
import dev.rivulet.subscription.webhook.WebhookEndpoint.DisabledReason;
import dev.rivulet.subscription.webhook.domain.RetrySchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent next, and what follows from how it went: short transactions around a request that is made outside
 * of any. Locks the queue's row of the endpoint before its deliveries.
 */
@ApplicationScoped
@Transactional
class Courier {

    private final WebhookEndpointRepository endpoints;
    private final DeliveryStore deliveries;
    private final DeliveryQueue queue;
    private final Outbox outbox;
    private final InstantSource time;
    private final SecretBox box;

    Courier(
            WebhookEndpointRepository endpoints,
            DeliveryStore deliveries,
            DeliveryQueue queue,
            Outbox outbox,
            InstantSource time,
            SecretBox box) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.queue = queue;
        this.outbox = outbox;
        this.time = time;
        this.box = box;
    }

    /** A delivery to make. */
    record Task(UUID deliveryId, Letter letter) {}

    /** The endpoint's oldest waiting delivery if its time has come; otherwise the claim ends. */
    Optional<Task> next(UUID endpointId, UUID owner) {
        var now = time.instant();
        if (!queue.renew(endpointId, owner, now)) {
            return Optional.empty();
        }
        var endpoint = endpoints.get(endpointId);
        var head = endpoint.enabled ? deliveries.head(endpointId) : Optional.<Delivery>empty();
        var due = head.map(Delivery::nextAttemptAt);
        if (head.isEmpty() || due.isEmpty() || due.get().isAfter(now)) {
            queue.release(endpointId, due.orElse(null));
            return Optional.empty();
        }
        return Optional.of(task(head.get(), endpoint));
    }

    /** Ends a claim before everything is sent, so that other endpoints get their turn. */
    void pass(UUID endpointId, UUID owner) {
        var now = time.instant();
        if (queue.renew(endpointId, owner, now)) {
            queue.release(endpointId, now);
        }
    }

    /** A delivery to make again, whatever became of it. */
    Task again(UUID deliveryId) {
        var delivery = get(deliveryId);
        return task(delivery, endpoints.get(delivery.endpointId()));
    }

    Letter letter(UUID endpointId, String eventId, String body) {
        return letter(endpoints.get(endpointId), eventId, body);
    }

    private Task task(Delivery delivery, WebhookEndpoint endpoint) {
        return new Task(delivery.id(), letter(endpoint, delivery.eventId(), delivery.body()));
    }

    private Letter letter(WebhookEndpoint endpoint, String eventId, String body) {
        var secrets = endpoint.secrets(time.instant()).stream()
                .map(kept -> box.open(endpoint.tenant, kept))
                .toList();
        return new Letter(endpoint.url, secrets, eventId, body);
    }

    Delivery get(UUID deliveryId) {
        return deliveries.find(deliveryId).orElseThrow(() -> Rejected.notFound("webhook delivery", deliveryId));
    }

    /** Keeps a ping as a delivery of its own, outside the order. */
    UUID recordPing(UUID endpointId, String eventId, String body, Attempt attempt) {
        queue.lock(endpointId);
        var id = deliveries.add(endpointId, eventId, Deliveries.PING, body, attempt.at());
        if (id == null) {
            throw Rejected.notFound("webhook endpoint", endpointId);
        }
        var status = attempt.delivered() ? DeliveryStatus.DELIVERED : DeliveryStatus.FAILED;
        deliveries.note(get(id), attempt, status, 0, null);
        if (attempt.delivered()) {
            queue.succeeded(endpointId);
        }
        return id;
    }

    /** Notes how an attempt went; the endpoint or the delivery may have gone meanwhile. */
    void record(UUID deliveryId, Attempt attempt) {
        var endpointId = deliveries.find(deliveryId).map(Delivery::endpointId).orElse(null);
        if (endpointId == null) {
            return;
        }
        queue.lock(endpointId);
        deliveries.lock(deliveryId).ifPresent(delivery -> {
            if (attempt.delivered()) {
                delivered(delivery, attempt);
            } else if (attempt.cause() == Cause.SCHEDULE && delivery.status() == DeliveryStatus.PENDING) {
                failed(delivery, attempt);
            } else {
                deliveries.note(delivery, attempt, delivery.status(), delivery.failures(), delivery.nextAttemptAt());
            }
        });
    }

    private void delivered(Delivery delivery, Attempt attempt) {
        deliveries.note(delivery, attempt, DeliveryStatus.DELIVERED, delivery.failures(), null);
        queue.succeeded(delivery.endpointId());
        var waited = delivery.status() == DeliveryStatus.PENDING && attempt.cause() == Cause.RESEND;
        if (waited && endpoints.get(delivery.endpointId()).enabled) {
            // The others waited for this one.
            queue.due(delivery.endpointId(), attempt.at());
        }
    }

    private void failed(Delivery delivery, Attempt attempt) {
        var first = delivery.firstAttemptAt() == null ? attempt.at() : delivery.firstAttemptAt();
        var failures = delivery.failures() + 1;
        var since = queue.failed(delivery.endpointId(), attempt.at());
        var next = attempt.gone() ? null : next(failures, first, attempt.at());
        var status = next == null ? DeliveryStatus.FAILED : DeliveryStatus.PENDING;
        deliveries.note(delivery, attempt, status, failures, next);
        if (attempt.gone()) {
            disable(delivery.endpointId(), DisabledReason.GONE, since);
        } else if (next == null && !since.plus(RetrySchedule.PATIENCE).isAfter(attempt.at())) {
            disable(delivery.endpointId(), DisabledReason.CONTINUOUS_FAILURE, since);
        }
    }

    private static @Nullable Instant next(int failures, Instant first, Instant failed) {
        var chance = ThreadLocalRandom.current().nextInt(1001);
        return RetrySchedule.next(failures, first, failed, chance)
                .map(next -> next.truncatedTo(ChronoUnit.MICROS))
                .orElse(null);
    }

    private void disable(UUID endpointId, DisabledReason reason, Instant since) {
        var endpoint = endpoints.get(endpointId);
        if (!endpoint.enabled) {
            return;
        }
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        endpoint.disable(reason, now);
        endpoints.flush();
        outbox.publish(
                WebhookEndpointDisabled.TYPE,
                endpointId,
                endpoint.version,
                new WebhookEndpointDisabled(endpointId, endpoint.description, reason.name(), since, now));
    }
}
