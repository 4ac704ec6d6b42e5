package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.account.PayerProfiles;
import dev.rivulet.subscription.billing.domain.AssembledInvoice;
import dev.rivulet.subscription.rating.domain.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes drafts final when their grace is over. Always part of the transaction of whoever holds the payers. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Drafts {

    private final InvoiceRepository invoices;
    private final ChargeRepository charges;
    private final PayerProfiles profiles;
    private final Issuing issuing;
    private final InvoiceRows rows;
    private final IssuedEvents events;
    private final Sql sql;
    private final Tenants tenants;

    Drafts(
            InvoiceRepository invoices,
            ChargeRepository charges,
            PayerProfiles profiles,
            Issuing issuing,
            InvoiceRows rows,
            IssuedEvents events,
            Sql sql,
            Tenants tenants) {
        this.invoices = invoices;
        this.charges = charges;
        this.profiles = profiles;
        this.issuing = issuing;
        this.rows = rows;
        this.events = events;
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Makes the payers' drafts final whose day has come; returns how many. */
    public int finalizeDue(Collection<UUID> payers, Instant now) {
        // Most payers have none; one cheap look at an index that holds drafts alone.
        if (nextOf(payers).isEmpty()) {
            return 0;
        }
        var count = 0;
        for (var payer : profiles.of(payers)) {
            var today = LocalDate.ofInstant(now, payer.zone());
            count += finalizeAll(
                    invoices.find(
                                    "accountId = ?1 and status = DRAFT and finalizeOn <= ?2 order by id",
                                    payer.id(),
                                    today)
                            .withLock(LockModeType.PESSIMISTIC_WRITE)
                            .list(),
                    today,
                    payer.paymentTermsDays());
        }
        return count;
    }

    /** Makes a locked draft final on a day. */
    void finalizeNow(Invoice draft, LocalDate today) {
        var terms = profiles.of(List.of(draft.accountId)).getFirst().paymentTermsDays();
        finalizeAll(List.of(draft), today, terms);
    }

    /** When the first draft of each payer becomes final. */
    Map<UUID, LocalDate> nextOf(Collection<UUID> payers) {
        var found = new HashMap<UUID, LocalDate>();
        sql.query(
                "SELECT account_id, min(finalize_on) FROM unnest(?::uuid[]) wanted (id) JOIN invoice"
                        + " ON tenant_id = ? AND account_id = wanted.id AND status = 'DRAFT' GROUP BY account_id",
                row -> found.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                payers.stream().map(UUID::toString).toArray(String[]::new),
                tenants.current());
        return found;
    }

    private int finalizeAll(List<Invoice> drafts, LocalDate today, int paymentTermsDays) {
        if (drafts.isEmpty()) {
            return 0;
        }
        var lines = charges.ofInvoices(drafts.stream().map(draft -> draft.id).toList());
        var bills = new ArrayList<Bill>();
        for (var draft : drafts) {
            bills.add(bill(draft, lines.getOrDefault(draft.id, List.of()), today, paymentTermsDays));
        }
        var issued = issuing.finalized(bills);
        rows.finalizeDrafts(issued);
        // Written past the session, which must not go on with drafts: the credits that waited for them come next.
        drafts.forEach(invoices.getEntityManager()::detach);
        events.invoices(issued, 1);
        return issued.size();
    }

    private static Bill bill(Invoice draft, List<Charge> lines, LocalDate today, int paymentTermsDays) {
        Money none = draft.money(0);
        return new Bill(
                draft.id,
                draft.accountId,
                draft.legalEntity,
                new AssembledInvoice(
                        AssembledInvoice.Kind.INVOICE,
                        today,
                        today.plusDays(paymentTermsDays),
                        null,
                        new Period(draft.periodStart, draft.periodEnd),
                        lines.stream().map(Charge::asLine).toList(),
                        draft.money(draft.subtotalMinor),
                        draft.money(draft.discountMinor),
                        draft.money(draft.taxMinor),
                        draft.total,
                        draft.money(draft.toBalanceMinor),
                        none,
                        draft.belowMinimum,
                        List.of()),
                draft.replacesId,
                null);
    }
}
