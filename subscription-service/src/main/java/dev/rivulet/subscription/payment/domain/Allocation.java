package dev.rivulet.subscription.payment.domain;

import dev.rivulet.kit.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which part of an amount goes to which invoice.
 *
 * @param rest what none of them needed
 */
public record Allocation(List<Share> shares, Money rest) {

    /** Part of an invoice: what is due of it, or what goes to it. */
    public record Share(UUID invoiceId, Money amount) {}

    /** Fills the invoices in the order given, each up to what is due of it. */
    public static Allocation of(Money amount, List<Share> due) {
        var shares = new ArrayList<Share>();
        var rest = amount;
        for (var invoice : due) {
            var part = invoice.amount().min(rest);
            if (!part.isZero()) {
                shares.add(new Share(invoice.invoiceId(), part));
                rest = rest.minus(part);
            }
        }
        return new Allocation(List.copyOf(shares), rest);
    }
}
