package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.billing.ChargeRows.Placed;
import dev.rivulet.subscription.billing.domain.AssembledInvoice;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.billing.domain.Outcome;
import dev.rivulet.subscription.coupon.Redemptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Writes what was decided of any number of payers, in the transaction of whoever holds them: their charges, invoices,
 * numbers, books and events, each kind in one statement however many there are.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class InvoiceWriter {

    private final ChargeRows charges;
    private final InvoiceRows invoices;
    private final Issuing issuing;
    private final IssuedEvents events;
    private final Redemptions redemptions;
    private final ReturnedDiscounts returned;
    private final Settlements settlements;
    private final InvoiceCredits credits;

    InvoiceWriter(
            ChargeRows charges,
            InvoiceRows invoices,
            Issuing issuing,
            IssuedEvents events,
            Redemptions redemptions,
            ReturnedDiscounts returned,
            Settlements settlements,
            InvoiceCredits credits) {
        this.charges = charges;
        this.invoices = invoices;
        this.issuing = issuing;
        this.events = events;
        this.redemptions = redemptions;
        this.returned = returned;
        this.settlements = settlements;
        this.credits = credits;
    }

    /**
     * What was written.
     *
     * @param invoiceIds issued, or made as drafts
     */
    public record Written(List<UUID> invoiceIds, int invoices, int drafts, int creditNotes) {}

    /**
     * Writes the outcomes.
     *
     * @param fresh charges that are not in the ledger yet; those that no outcome speaks of stay pending
     */
    public Written write(List<NewCharge> fresh, List<PayerOutcome> outcomes) {
        var bills = new ArrayList<Bill>();
        for (var payer : outcomes) {
            if (payer.outcome() instanceof Outcome.Issue issue) {
                bills.add(bill(payer, issue.invoice()));
            }
        }
        place(fresh, outcomes, bills);
        return issue(bills);
    }

    /** Issues documents whose charges are placed. */
    Written issue(List<Bill> assembled) {
        var parts = credits.parts(assembled);
        var bills = credits.corrected(assembled, parts);
        useCoupons(bills);
        returned.release(bills);
        var drafts = bills.stream().filter(bill -> bill.invoice().isDraft()).toList();
        invoices.insertDrafts(drafts);
        var issued = issuing.finalized(
                bills.stream().filter(bill -> !bill.invoice().isDraft()).toList());
        var finals = issued.stream().filter(row -> row.bill().isInvoice()).toList();
        var notes = issued.stream().filter(row -> !row.bill().isInvoice()).toList();
        invoices.insert(finals);
        invoices.insertCreditNotes(notes);
        events.invoices(finals, 0);
        events.creditNotes(notes);
        settlements.tellCredited(notes.stream().map(Bill.Final::bill).toList());
        credits.settle(parts);
        finals.stream()
                .filter(Bill.Final::isPaid)
                .forEach(row -> settlements.tell(row.bill().id()));
        var ids = bills.stream().filter(Bill::isInvoice).map(Bill::id).toList();
        return new Written(ids, finals.size(), drafts.size(), notes.size());
    }

    void place(List<Placed> rows) {
        charges.insert(rows.stream().filter(row -> !row.charge().stored()).toList());
        charges.update(rows.stream().filter(row -> row.charge().stored()).toList());
    }

    static List<Placed> lines(Bill bill) {
        var placed = new ArrayList<Placed>();
        for (var line : bill.invoice().lines()) {
            placed.add(Placed.line(line, placed.size() + 1, bill));
        }
        return placed;
    }

    private void place(List<NewCharge> fresh, List<PayerOutcome> outcomes, List<Bill> bills) {
        var rows = new ArrayList<Placed>();
        bills.forEach(bill -> rows.addAll(lines(bill)));
        for (var payer : outcomes) {
            switch (payer.outcome()) {
                case Outcome.Forgive forgive ->
                    forgive.charges().forEach(charge -> rows.add(Placed.forgiven(charge, forgive.reason())));
                case Outcome.CarryForward carried ->
                    carried.charges().forEach(charge -> {
                        // What was carried already stays as it is.
                        if (charge.carriedSince() == null) {
                            rows.add(Placed.carried(charge, payer.today()));
                        } else if (!charge.stored()) {
                            rows.add(Placed.pending(charge));
                        }
                    });
                case Outcome.Issue issue -> {}
                case Outcome.Wait wait -> {}
                case Outcome.Nothing nothing -> {}
            }
        }
        var placed = new HashSet<UUID>();
        rows.forEach(row -> placed.add(row.charge().id()));
        for (var charge : fresh) {
            if (!placed.contains(charge.id())) {
                rows.add(Placed.pending(charge));
            }
        }
        place(rows);
    }

    private void useCoupons(List<Bill> bills) {
        var uses = new ArrayList<Redemptions.Use>();
        for (var bill : bills) {
            for (var use : bill.invoice().coupons()) {
                uses.add(new Redemptions.Use(use.redemptionId(), bill.id(), use.amount()));
            }
        }
        redemptions.use(uses);
    }

    private static Bill bill(PayerOutcome payer, AssembledInvoice invoice) {
        return new Bill(newId(), payer.terms().payerId(), payer.terms().legalEntity(), invoice, null, null);
    }

    static UUID newId() {
        return Objects.requireNonNull(UuidVersion7Strategy.INSTANCE.generateUuid(null));
    }
}
