package dev.rivulet.subscription.payment.provider;

import dev.rivulet.kit.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money to be fetched.
 *
 * @param paymentId names the attempt to the provider, so that asking twice charges once
 * @param token the provider's name for the card
 * @param customer the provider's name for its owner
 */
public record Charge(
        UUID paymentId,
        UUID accountId,
        Money amount,
        String token,
        @Nullable String customer) {}
