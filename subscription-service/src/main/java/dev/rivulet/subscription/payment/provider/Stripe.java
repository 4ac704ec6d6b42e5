package dev.rivulet.subscription.payment.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.payment.PaymentMethod;
import jakarta.inject.Singleton;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cards charged by Stripe: a PaymentIntent for each attempt, confirmed at once and without the customer. */
@Singleton
class Stripe implements PaymentProvider {

    /** Stripe's own table, in minor units; the rest is charged from one unit on. */
    private static final Map<String, Long> MINIMUMS = Map.ofEntries(
            Map.entry("EUR", 50L),
            Map.entry("USD", 50L),
            Map.entry("GBP", 30L),
            Map.entry("CHF", 50L),
            Map.entry("JPY", 50L),
            Map.entry("PLN", 200L),
            Map.entry("CZK", 1500L),
            Map.entry("SEK", 300L),
            Map.entry("NOK", 300L),
            Map.entry("DKK", 250L),
            Map.entry("HUF", 17500L),
            Map.entry("AUD", 50L),
            Map.entry("CAD", 50L),
            Map.entry("BRL", 50L),
            Map.entry("MXN", 1000L),
            Map.entry("INR", 50L),
            Map.entry("RON", 200L),
            Map.entry("HKD", 400L),
            Map.entry("SGD", 50L));

    private final StripeHttp http;
    private final StripeKeys keys;

    Stripe(StripeHttp http, StripeKeys keys) {
        this.http = http;
        this.keys = keys;
    }

    @Override
    public PaymentMethod method() {
        return PaymentMethod.STRIPE;
    }

    @Override
    public Money minimum(Currency currency) {
        return new Money(MINIMUMS.getOrDefault(currency.getCurrencyCode(), 1L), currency);
    }

    @Override
    public boolean isAvailable() {
        return keys.secretKey().isPresent();
    }

    @Override
    public Outcome charge(Charge charge) {
        var form = new TreeMap<String, String>();
        form.put("amount", Long.toString(charge.amount().minor()));
        form.put("currency", charge.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT));
        form.put("payment_method", charge.token());
        if (charge.customer() != null) {
            form.put("customer", charge.customer());
        }
        form.put("confirm", "true");
        form.put("off_session", "true");
        form.put("metadata[payment_id]", charge.paymentId().toString());
        form.put("metadata[account_id]", charge.accountId().toString());
        return outcome(http.post("/v1/payment_intents", charge.paymentId(), form));
    }

    @Override
    public Outcome find(UUID paymentId, @Nullable String providerPaymentId) {
        if (providerPaymentId != null) {
            return outcome(http.get("/v1/payment_intents/" + providerPaymentId, Map.of()));
        }
        var answer =
                http.get("/v1/payment_intents/search", Map.of("query", "metadata['payment_id']:'" + paymentId + "'"));
        var found = answer.body().path("data").path(0);
        // Not found may mean not yet: the search is behind by up to a minute, so nothing is concluded from it.
        return found.isMissingNode() ? new Outcome.Unknown(null) : intent(found);
    }

    @Override
    public Outcome refund(UUID refundId, String providerPaymentId, Money amount) {
        var answer = http.post(
                "/v1/refunds",
                refundId,
                Map.of(
                        "payment_intent", providerPaymentId,
                        "amount", Long.toString(amount.minor()),
                        "metadata[refund_id]", refundId.toString()));
        return answer.status() == 200 ? refunded(answer.body()) : outcome(answer);
    }

    /** By its id, or among the refunds of the payment: the key under which it was asked for is forgotten after a day. */
    @Override
    public Optional<Outcome> findRefund(UUID refundId, String providerPaymentId, @Nullable String providerRefundId) {
        if (providerRefundId != null) {
            var answer = http.get("/v1/refunds/" + providerRefundId, Map.of());
            return Optional.of(
                    answer.status() == 200 ? refunded(answer.body()) : new Outcome.Unknown(providerRefundId));
        }
        var answer = http.get("/v1/refunds", Map.of("payment_intent", providerPaymentId, "limit", "100"));
        if (answer.status() != 200 || answer.body().path("has_more").asBoolean()) {
            return Optional.of(new Outcome.Unknown(null));
        }
        return answer.body()
                .path("data")
                .valueStream()
                .filter(each -> each.path("metadata").path("refund_id").asText().equals(refundId.toString()))
                .map(Stripe::refunded)
                .findFirst();
    }

    private static Outcome refunded(JsonNode refund) {
        var id = refund.path("id").asText();
        return switch (refund.path("status").asText()) {
            case "succeeded" -> new Outcome.Succeeded(id);
            case "failed", "canceled" ->
                new Outcome.Failed(id, refund.path("failure_reason").asText("refund_failed"));
            default -> new Outcome.Unknown(id);
        };
    }

    private static Outcome outcome(StripeHttp.Answer answer) {
        var error = answer.body().path("error");
        return switch (answer.status()) {
            case 200 -> intent(answer.body());
            // Refused before anything moved: a decline, a wrong request, a wrong key, too many requests.
            case 400, 401, 402, 403, 404, 429 ->
                new Outcome.Failed(
                        text(error.path("payment_intent").path("id")),
                        error.path("decline_code").asText(error.path("code").asText("http_" + answer.status())));
            default -> new Outcome.Unknown(null);
        };
    }

    private static Outcome intent(JsonNode intent) {
        var id = intent.path("id").asText();
        return switch (intent.path("status").asText()) {
            case "succeeded" -> new Outcome.Succeeded(id);
            case "requires_payment_method", "requires_action", "requires_confirmation", "canceled" ->
                new Outcome.Failed(
                        id,
                        intent.path("last_payment_error")
                                .path("code")
                                .asText(intent.path("status").asText()));
            default -> new Outcome.Unknown(id);
        };
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
