package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.Assembly;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.coupon.Redemptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes an invoice of the charges of a void one. Always part of the transaction that voided it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Rebilling {

    private final ChargeRepository charges;
    private final PendingCharges pending;
    private final Redemptions redemptions;
    private final Assembling assembling;
    private final InvoiceWriter writer;
    private final TenantClock clock;

    Rebilling(
            ChargeRepository charges,
            PendingCharges pending,
            Redemptions redemptions,
            Assembling assembling,
            InvoiceWriter writer,
            TenantClock clock) {
        this.charges = charges;
        this.pending = pending;
        this.redemptions = redemptions;
        this.assembling = assembling;
        this.writer = writer;
        this.clock = clock;
    }

    /** The invoice in the place of the void one. */
    UUID rebill(UUID voided, UUID payer) {
        var copies = copies(charges.ofInvoice(voided));
        var terms = assembling.termsOf(payer, clock.now());
        var invoice = Assembly.invoice(
                terms,
                clock.today(terms.zone()),
                copies,
                pending.creditedBy(copies),
                redemptions.activeOf(List.of(payer)).getOrDefault(payer, List.of()),
                pending.balancesOf(List.of(payer)).getOrDefault(payer, Money.zero(terms.currency())));
        var bill = new Bill(InvoiceWriter.newId(), payer, terms.legalEntity(), invoice, voided, null);
        writer.place(InvoiceWriter.lines(bill));
        writer.issue(List.of(bill));
        return bill.id();
    }

    /** The void charges stay where they are; others take their place. */
    private static List<NewCharge> copies(List<Charge> lines) {
        var ids = new HashMap<UUID, UUID>();
        lines.forEach(line -> ids.put(line.id, InvoiceWriter.newId()));
        var copies = new ArrayList<NewCharge>();
        lines.forEach(line -> copies.add(copy(line.asNew(), ids)));
        return copies;
    }

    private static NewCharge copy(NewCharge line, Map<UUID, UUID> ids) {
        var creditOf = line.creditOf();
        return new NewCharge(
                ids.getOrDefault(line.id(), line.id()),
                line.payerId(),
                line.accountId(),
                line.subscriptionId(),
                line.component(),
                line.reason(),
                line.cause(),
                creditOf == null ? null : ids.getOrDefault(creditOf, creditOf),
                line.used(),
                line.full(),
                line.quantity(),
                line.fullAmount(),
                line.amount(),
                line.planId(),
                line.planVersion(),
                line.description(),
                line.taxCode(),
                line.explanation(),
                line.dueOn(),
                line.carriedSince(),
                false);
    }
}
