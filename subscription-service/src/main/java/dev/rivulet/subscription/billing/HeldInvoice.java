package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.rest.Etag;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes hold of an invoice for a command, in the order that everybody locks: the payer, then the invoice. */
@Singleton
class HeldInvoice {

    private final InvoiceRepository invoices;
    private final PayerLocks locks;
    private final Assembling assembling;
    private final TenantClock clock;

    HeldInvoice(InvoiceRepository invoices, PayerLocks locks, Assembling assembling, TenantClock clock) {
        this.invoices = invoices;
        this.locks = locks;
        this.assembling = assembling;
        this.clock = clock;
    }

    Invoice hold(UUID id, @Nullable String ifMatch) {
        var seen = invoices.get(id);
        locks.lock(seen.accountId);
        // Read before the payer was locked, it may be out of date by now.
        invoices.getEntityManager().clear();
        var invoice = invoices.lock(id);
        Etag.require(ifMatch, invoice.version);
        return invoice;
    }

    /** The invoice as others have written it by now. */
    Invoice again(UUID id) {
        invoices.flush();
        invoices.getEntityManager().clear();
        return invoices.get(id);
    }

    LocalDate today(Invoice invoice) {
        return clock.today(assembling.termsOf(invoice.accountId, clock.now()).zone());
    }
}
