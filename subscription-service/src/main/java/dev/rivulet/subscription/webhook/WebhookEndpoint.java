package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.kit.webhook.SecretBox;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where an integrator wants to hear of events. */
@Entity
@Table(name = "webhook_endpoint")
class WebhookEndpoint extends TenantEntity {

    /** For how long the secret before is still valid: the receiver's time to change over. */
    static final Duration OVERLAP = Duration.ofHours(24);

    /** Why nothing is sent to it. */
    enum DisabledReason {
        /** An administrator switched it off. */
        BY_HAND,
        /** Nothing got through for three days. */
        CONTINUOUS_FAILURE,
        /** It answered 410: it wants no more. */
        GONE
    }

    @Column
    String url;

    @Column(name = "event_types")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> eventTypes;

    @Nullable
    String description;

    @Column
    boolean enabled;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "disabled_reason")
    DisabledReason disabledReason;

    @Nullable
    @Column(name = "disabled_at")
    Instant disabledAt;

    /** As {@link SecretBox} has sealed it. */
    @Column
    byte[] secret;

    @Column(name = "previous_secret")
    byte @Nullable [] previousSecret;

    @Nullable
    @Column(name = "previous_until")
    Instant previousUntil;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    WebhookEndpointRequest asRequested() {
        return new WebhookEndpointRequest(url, eventTypes, description, enabled);
    }

    void take(WebhookEndpointRequest request) {
        url = request.url();
        eventTypes = request.eventTypes();
        description = request.description();
    }

    void enable() {
        enabled = true;
        disabledReason = null;
        disabledAt = null;
    }

    void disable(DisabledReason reason, Instant at) {
        enabled = false;
        disabledReason = reason;
        disabledAt = at;
    }

    /** @param next sealed */
    void rotate(byte[] next, Instant now) {
        previousSecret = secret;
        previousUntil = now.plus(OVERLAP);
        secret = next;
    }

    /** The secrets to sign with, sealed; a receiver accepts what one of them has signed. */
    List<byte[]> secrets(Instant now) {
        var valid = new ArrayList<byte[]>();
        valid.add(secret);
        if (previousSecret != null && previousUntil != null && now.isBefore(previousUntil)) {
            valid.add(previousSecret);
        }
        return valid;
    }
}
