package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import java.util.UUID;

/**
 * Told inside the service, in the transaction of the credit note: what it put on the balance is to go back to where the
 * invoice was paid from.
 */
public record CreditToRefund(UUID invoiceId, UUID payerId, Money amount, String reason) {}
