package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.NewCharge;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What was used in a running period and is not charged yet.
 *
 * @param quantity by which usage grew since it was last charged
 * @param charge that asks for it, not in the ledger yet
 */
public record UnbilledUsage(UUID subscriptionId, String metric, BigDecimal quantity, NewCharge charge) {

    /** What it costs beyond what was charged of the period already. */
    public Money amount() {
        return charge.amount();
    }
}
