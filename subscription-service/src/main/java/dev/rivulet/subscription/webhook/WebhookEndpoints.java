package dev.rivulet.subscription.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.webhook.SecretBox;
import dev.rivulet.kit.webhook.WebhookSecret;
import dev.rivulet.subscription.webhook.WebhookEndpoint.DisabledReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets webhook endpoints up, changes and ends them. */
@ApplicationScoped
@Transactional
class WebhookEndpoints {

    private static final int MOST = 50;

    private final WebhookEndpointRepository endpoints;
    private final DeliveryStore deliveries;
    private final DeliveryQueue queue;
    private final Destinations destinations;
    private final MergePatch mergePatch;
    private final InstantSource time;
    private final SecretBox box;
    private final Tenants tenants;

    WebhookEndpoints(
            WebhookEndpointRepository endpoints,
            DeliveryStore deliveries,
            DeliveryQueue queue,
            Destinations destinations,
            MergePatch mergePatch,
            InstantSource time,
            SecretBox box,
            Tenants tenants) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.queue = queue;
        this.destinations = destinations;
        this.mergePatch = mergePatch;
        this.time = time;
        this.box = box;
        this.tenants = tenants;
    }

    /** The view with the secret, this once. */
    WebhookEndpointView create(WebhookEndpointRequest request) {
        check(request);
        if (endpoints.count() >= MOST) {
            throw Rejected.conflict("webhook-endpoints-too-many", MOST);
        }
        var endpoint = new WebhookEndpoint();
        endpoint.take(request);
        var secret = WebhookSecret.generate();
        endpoint.secret = box.seal(tenants.current(), secret);
        endpoint.createdAt = time.instant().truncatedTo(ChronoUnit.MICROS);
        endpoint.enable();
        if (!isEnabled(request)) {
            endpoint.disable(DisabledReason.BY_HAND, endpoint.createdAt);
        }
        endpoints.persistAndFlush(endpoint);
        queue.add(endpoint.id);
        return WebhookEndpointView.withSecret(endpoint, secret);
    }

    WebhookEndpointView change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var endpoint = current(id, ifMatch);
        var changed = mergePatch.apply(endpoint.asRequested(), patch);
        check(changed);
        endpoint.take(changed);
        if (endpoint.enabled && !isEnabled(changed)) {
            queue.lock(id);
            endpoint.disable(DisabledReason.BY_HAND, time.instant().truncatedTo(ChronoUnit.MICROS));
            queue.due(id, null);
        } else if (!endpoint.enabled && isEnabled(changed)) {
            enable(endpoint, false);
        }
        endpoints.flush();
        return WebhookEndpointView.of(endpoint);
    }

    WebhookEndpointView reactivate(UUID id, @Nullable String ifMatch, boolean resend) {
        var endpoint = current(id, ifMatch);
        if (endpoint.enabled) {
            throw Rejected.conflict("webhook-enabled-already");
        }
        enable(endpoint, resend);
        endpoints.flush();
        return WebhookEndpointView.of(endpoint);
    }

    private void enable(WebhookEndpoint endpoint, boolean resend) {
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var failingSince = queue.lock(endpoint.id);
        if (resend) {
            deliveries.takeUpAgain(endpoint.id, failingSince == null ? now : failingSince, now);
        } else {
            deliveries.skipWaiting(endpoint.id, now);
        }
        queue.succeeded(endpoint.id);
        queue.due(endpoint.id, now);
        endpoint.enable();
    }

    /** The view with the new secret, this once. */
    WebhookEndpointView rotate(UUID id, @Nullable String ifMatch) {
        var endpoint = current(id, ifMatch);
        var secret = WebhookSecret.generate();
        endpoint.rotate(box.seal(tenants.current(), secret), time.instant().truncatedTo(ChronoUnit.MICROS));
        endpoints.flush();
        return WebhookEndpointView.withSecret(endpoint, secret);
    }

    /** Its deliveries go with it. */
    void delete(UUID id, @Nullable String ifMatch) {
        var endpoint = current(id, ifMatch);
        queue.lock(id);
        endpoints.delete(endpoint);
    }

    private WebhookEndpoint current(UUID id, @Nullable String ifMatch) {
        var endpoint = endpoints.get(id);
        Etag.require(ifMatch, endpoint.version);
        return endpoint;
    }

    private static boolean isEnabled(WebhookEndpointRequest request) {
        return request.enabled() == null || request.enabled();
    }

    private void check(WebhookEndpointRequest request) {
        if (destinations.acceptable(request.url()).isEmpty()) {
            throw Rejected.invalid("webhook-url-refused", "/url");
        }
        List<String> types = request.eventTypes();
        for (var i = 0; i < types.size(); i++) {
            if (!types.get(i).equals("*") && !isPublished(types.get(i))) {
                throw Rejected.invalid("webhook-type-unknown", "/eventTypes/" + i, types.get(i));
            }
        }
    }

    /** Every type that is published ships with its schema. Personal data leaves by no webhook. */
    private static boolean isPublished(String type) {
        return type.matches("[a-z0-9.-]+")
                && !type.startsWith("dev.rivulet.subscription.contact.")
                && WebhookEndpoints.class.getResource("/events/" + type + ".schema.json") != null;
    }
}
