package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.billing.domain.Settlement;
import dev.rivulet.subscription.ledger.Cause;
import dev.rivulet.subscription.ledger.CustomerBalances;
import dev.rivulet.subscription.ledger.Ledger;
import dev.rivulet.subscription.ledger.LedgerAccount;
import dev.rivulet.subscription.ledger.Transfer;
import dev.rivulet.subscription.payment.domain.Allocation;
import dev.rivulet.subscription.payment.domain.Allocation.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Lets money do its work: pays invoices with it, gives the rest to the customer's balance, and takes all that back where
 * the money goes again. Part of a transaction that has locked the payer; locks its invoices, then its balance.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Settling {

    private final Invoicing invoicing;
    private final CustomerBalances balances;
    private final Ledger ledger;
    private final AllocationTable allocations;
    private final Event<PayerSettled> settled;

    Settling(
            Invoicing invoicing,
            CustomerBalances balances,
            Ledger ledger,
            AllocationTable allocations,
            Event<PayerSettled> settled) {
        this.invoicing = invoicing;
        this.balances = balances;
        this.ledger = ledger;
        this.allocations = allocations;
        this.settled = settled;
    }

    /**
     * Pays the payer's open invoices with money that came in: first the ones named, in their order, even if they were
     * given up, then the others, oldest due first. Returns what none of them needed, which is on the customer's balance now.
     *
     * @param from where in the books the money is
     */
    Money allocate(Payment payment, Money amount, List<UUID> first, LedgerAccount from, Cause cause, LocalDate on) {
        var open = invoicing.payable(payment.accountId, first);
        var due = Stream.concat(
                        first.stream()
                                .flatMap(id ->
                                        open.stream().filter(each -> each.id().equals(id))),
                        open.stream().filter(each -> !first.contains(each.id())))
                .map(each -> new Share(each.id(), each.due()))
                .toList();
        var allocation = Allocation.of(amount, due);
        var transfers = new ArrayList<Transfer>();
        for (var share : allocation.shares()) {
            if (!(invoicing.settle(share.invoiceId(), share.amount(), on) instanceof Settlement.Taken)) {
                throw new IllegalStateException("not settled: " + share);
            }
            transfers.add(new Transfer(from, LedgerAccount.RECEIVABLE, payment.accountId, share.amount(), cause, on));
        }
        if (!allocation.shares().isEmpty()) {
            allocations.add(payment.id, allocation.shares(), false, cause, on);
            ledger.post(transfers);
            settled.fire(new PayerSettled(payment.accountId));
        }
        if (!allocation.rest().isZero()) {
            balances.credit(payment.accountId, allocation.rest(), from, cause, on);
        }
        return allocation.rest();
    }

    /** Pays the payer's open invoices from its balance, oldest due first; returns how much that was. */
    public Money payFromBalance(UUID payer, Currency currency, LocalDate on) {
        var used = Money.zero(currency);
        for (var invoice : invoicing.openInvoices(payer)) {
            var part = balances.use(
                    payer,
                    invoice.due(),
                    LedgerAccount.RECEIVABLE,
                    new Cause(Cause.Kind.BALANCE_USE, invoice.id()),
                    on);
            if (part.isZero()) {
                break;
            }
            invoicing.settleFromBalance(invoice.id(), part, on);
            used = used.plus(part);
        }
        if (!used.isZero()) {
            settled.fire(new PayerSettled(payer));
        }
        return used;
    }

    /**
     * Takes back what a payment paid of invoices, the last paid first, up to an amount; they are due again. Returns how
     * much it could; the caller posts where it goes.
     */
    Money takeBack(Payment payment, Money upTo, Cause cause, LocalDate on) {
        var paid = allocations.of(List.of(payment.id)).getOrDefault(payment.id, List.of());
        // Locked in the order in which everybody locks them, before they change in another.
        invoicing.openInvoices(payment.accountId);
        var back = Allocation.of(upTo, paid.reversed());
        back.shares().forEach(share -> invoicing.reverse(share.invoiceId(), share.amount(), cause.id(), on));
        if (!back.shares().isEmpty()) {
            allocations.add(payment.id, back.shares(), true, cause, on);
        }
        return upTo.minus(back.rest());
    }
}
