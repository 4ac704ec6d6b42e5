package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import java.util.UUID;

/**
 * What a credit note made by hand corrects.
 *
 * @param applied what it takes off what is due on the invoice; the rest goes to the balance
 */
record Correction(UUID invoiceId, String reason, Money applied) {}
