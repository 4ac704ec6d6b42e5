package dev.rivulet.subscription.account;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.account.domain.CollectionMethod;
import java.util.UUID;

/**
 * Told inside the service, in the transaction of the change: how an account pays by default now.
 *
 * @param minimum the least that can be paid by it at once
 */
public record PayerMethodChanged(UUID accountId, CollectionMethod method, Money minimum) {}
