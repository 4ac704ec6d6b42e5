package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.Bill.Final;
import dev.rivulet.subscription.ledger.Cause;
import dev.rivulet.subscription.ledger.CustomerBalances;
import dev.rivulet.subscription.ledger.CustomerBalances.Movement;
import dev.rivulet.subscription.ledger.Ledger;
import dev.rivulet.subscription.ledger.LedgerAccount;
import dev.rivulet.subscription.ledger.Transfer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What makes a document final: it is booked, paid from the balance as far as that goes, and numbered. */
@Singleton
class Issuing {

    private final Ledger ledger;
    private final CustomerBalances balances;
    private final Numbers numbers;

    Issuing(Ledger ledger, CustomerBalances balances, Numbers numbers) {
        this.ledger = ledger;
        this.balances = balances;
        this.numbers = numbers;
    }

    List<Final> finalized(List<Bill> bills) {
        if (bills.isEmpty()) {
            return List.of();
        }
        var transfers = new ArrayList<Transfer>();
        bills.forEach(bill -> book(bill, transfers));
        ledger.post(transfers);
        var used = moveBalances(bills);
        var given = numbers.take(bills);
        var issued = new ArrayList<Final>(bills.size());
        for (var i = 0; i < bills.size(); i++) {
            var bill = bills.get(i);
            var nothing = Money.zero(bill.invoice().total().currency());
            issued.add(new Final(bill, given.get(i), used.getOrDefault(bill.id(), nothing)));
        }
        return issued;
    }

    /** Books what a document says on its day. */
    private static void book(Bill bill, List<Transfer> transfers) {
        var invoice = bill.invoice();
        var on = invoice.issueDate();
        var cause = cause(bill);
        book(bill, LedgerAccount.REVENUE, invoice.subtotal().minus(invoice.discount()), cause, on, transfers);
        book(bill, LedgerAccount.TAX_PAYABLE, invoice.tax(), cause, on, transfers);
    }

    private static void book(
            Bill bill, LedgerAccount earned, Money amount, Cause cause, LocalDate on, List<Transfer> transfers) {
        if (amount.minor() > 0) {
            transfers.add(new Transfer(LedgerAccount.RECEIVABLE, earned, bill.payerId(), amount, cause, on));
        } else if (amount.isNegative()) {
            transfers.add(new Transfer(earned, LedgerAccount.RECEIVABLE, bill.payerId(), amount.negate(), cause, on));
        }
    }

    /** What the balances paid, by document. */
    private Map<UUID, Money> moveBalances(List<Bill> bills) {
        var credits = new ArrayList<Movement>();
        var uses = new ArrayList<Movement>();
        for (var bill : bills) {
            var invoice = bill.invoice();
            var gained = invoice.toBalance().minus(bill.applied());
            if (!gained.isZero()) {
                credits.add(movement(bill, gained));
            } else if (!invoice.total().isZero()) {
                uses.add(movement(bill, invoice.total()));
            }
        }
        if (!credits.isEmpty()) {
            balances.creditAll(credits);
        }
        var used = new HashMap<UUID, Money>();
        if (!uses.isEmpty()) {
            var taken = balances.useAll(uses);
            for (var i = 0; i < taken.size(); i++) {
                used.put(uses.get(i).cause().id(), taken.get(i));
            }
        }
        return used;
    }

    private static Movement movement(Bill bill, Money amount) {
        return new Movement(
                bill.payerId(),
                amount,
                LedgerAccount.RECEIVABLE,
                cause(bill),
                bill.invoice().issueDate());
    }

    private static Cause cause(Bill bill) {
        return new Cause(bill.isInvoice() ? Cause.Kind.INVOICE : Cause.Kind.CREDIT_NOTE, bill.id());
    }
}
