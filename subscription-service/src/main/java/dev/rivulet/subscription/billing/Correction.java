package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a credit note corrects.
 *
 * @param invoiceId null where it takes something off several invoices
 * @param reason of one made by hand
 * @param applied what it takes off what is due on invoices; the rest goes to the balance
 */
record Correction(@Nullable UUID invoiceId, @Nullable String reason, Money applied) {}
