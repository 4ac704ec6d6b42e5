package dev.rivulet.subscription.payment.provider;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.payment.PaymentMethod;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who fetches money from customers; asked outside of transactions, because it takes its time. */
public interface PaymentProvider {

    PaymentMethod method();

    /** The least it charges at once. */
    Money minimum(Currency currency);

    /** Whether the current tenant can use it. */
    boolean isAvailable();

    Outcome charge(Charge charge);

    /** What became of a charge whose answer did not come. */
    Outcome find(UUID paymentId, @Nullable String providerPaymentId);

    /** Gives back part of a charge; the refund's id makes asking twice within a day harmless. */
    Outcome refund(UUID refundId, String providerPaymentId, Money amount);

    /**
     * What became of a refund whose end is not known; empty where it was never made.
     *
     * @param providerRefundId the provider's name for it, where it told one
     */
    Optional<Outcome> findRefund(UUID refundId, String providerPaymentId, @Nullable String providerRefundId);
}
