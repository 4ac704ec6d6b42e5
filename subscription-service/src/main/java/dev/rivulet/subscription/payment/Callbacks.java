package dev.rivulet.subscription.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.payment.provider.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What providers tell by themselves. The address tells the tenant, the signature that it is the provider, the event's id
 * that it has not been told before; the body is believed in nothing but its event.
 */
@ApplicationScoped
class Callbacks {

    private static final String INQUIRY = "warning_";

    private final Endpoints endpoints;
    private final Attempts attempts;
    private final Disputing disputing;
    private final PaymentRepository payments;
    private final DisputeRepository disputes;
    private final Tenants tenants;
    private final TenantClock clock;
    private final Config config;
    private final ObjectMapper json;

    Callbacks(
            Endpoints endpoints,
            Attempts attempts,
            Disputing disputing,
            PaymentRepository payments,
            DisputeRepository disputes,
            Tenants tenants,
            TenantClock clock,
            Config config,
            ObjectMapper json) {
        this.endpoints = endpoints;
        this.attempts = attempts;
        this.disputing = disputing;
        this.payments = payments;
        this.disputes = disputes;
        this.tenants = tenants;
        this.clock = clock;
        this.config = config;
        this.json = json;
    }

    CallbackView receive(PaymentMethod provider, UUID endpoint, @Nullable String signature, byte[] body) {
        var tenant = endpoints
                .tenantOf(provider, endpoint)
                .orElseThrow(() -> Rejected.notFound("payment-endpoint", endpoint));
        var secret = config.getOptionalValue(
                "rivulet.payment." + EndpointView.slug(provider) + "." + tenant + ".webhook-secret", String.class);
        // Signed by the provider's clock, so that the system's counts and never a test clock.
        if (secret.isEmpty()
                || signature == null
                || !CallbackSignature.isGood(signature, body, secret.get(), clock.systemTime())) {
            throw Rejected.invalid("signature-invalid", "@Signature");
        }
        var event = read(body);
        return tenants.as(
                tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    var id = event.path("id").asText();
                    var type = event.path("type").asText();
                    if (!id.matches("[A-Za-z0-9_-]{1,200}")) {
                        throw Rejected.invalid("callback-malformed", "/id");
                    }
                    if (!endpoints.isNew(endpoint, id, type)) {
                        return new CallbackView(false);
                    }
                    apply(provider, type, event.path("data").path("object"));
                    return new CallbackView(true);
                }));
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw Rejected.invalid("callback-malformed", "");
        }
    }

    private void apply(PaymentMethod provider, String type, JsonNode object) {
        switch (type) {
            case "payment_intent.succeeded" ->
                paymentOf(provider, object.path("id").asText(), object)
                        .ifPresent(id -> attempts.conclude(
                                id, new Outcome.Succeeded(object.path("id").asText())));
            case "payment_intent.payment_failed", "payment_intent.canceled" ->
                paymentOf(provider, object.path("id").asText(), object)
                        .ifPresent(id -> attempts.conclude(
                                id,
                                new Outcome.Failed(
                                        object.path("id").asText(),
                                        object.path("last_payment_error")
                                                .path("code")
                                                .asText("canceled"))));
            case "charge.dispute.created", "charge.dispute.updated", "charge.dispute.funds_withdrawn" -> {
                if (hasTaken(type, object.path("status").asText())) {
                    paymentOf(provider, object.path("payment_intent").asText(), object)
                            .ifPresent(id -> disputing.open(id, disputed(id, object)));
                }
            }
            case "charge.dispute.closed" ->
                paymentOf(provider, object.path("payment_intent").asText(), object)
                        .flatMap(id ->
                                disputes.byProviderId(id, object.path("id").asText()))
                        .filter(dispute -> dispute.status == Dispute.Status.OPEN)
                        .ifPresent(dispute -> disputing.close(
                                dispute.id, hasGivenBack(object.path("status").asText())));
            default -> {
                // Providers tell of much that is not ours; it is noted as received.
            }
        }
    }

    /** Whether money is gone: a bank that merely asks (a warning) takes none, until it makes a dispute of that. */
    private static boolean hasTaken(String type, String status) {
        return switch (type) {
            case "charge.dispute.created" -> !status.startsWith(INQUIRY);
            case "charge.dispute.updated" -> status.equals("needs_response") || status.equals("under_review");
            default -> true;
        };
    }

    /** Of an inquiry that is closed no money was ever kept. */
    private static boolean hasGivenBack(String status) {
        return status.equals("won") || status.startsWith(INQUIRY);
    }

    private DisputeRequest disputed(UUID payment, JsonNode object) {
        var currency = payments.get(payment).amount.currency();
        return new DisputeRequest(
                new Money(object.path("amount").asLong(), currency),
                object.path("id").asText(),
                object.path("reason").asText("unknown"));
    }

    /** Our payment by the id we gave it, or by the provider's; empty for charges that are not ours. */
    private Optional<UUID> paymentOf(PaymentMethod provider, String providerId, JsonNode object) {
        var ours = object.path("metadata").path("payment_id").asText();
        if (ours.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            var found = payments.ofProvider(provider, UUID.fromString(ours));
            if (found.isPresent()) {
                return found;
            }
        }
        return payments.byProviderId(provider, providerId);
    }
}
