package dev.rivulet.success.payment;

import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.CustomerCopies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** How customers pay. */
@ApplicationScoped
public class Receivables {

    private final ReceivableRepository receivables;
    private final CustomerCopies customers;
    private final Event<CustomerChanged> changes;

    Receivables(ReceivableRepository receivables, CustomerCopies customers, Event<CustomerChanged> changes) {
        this.receivables = receivables;
        this.customers = customers;
        this.changes = changes;
    }

    /** What is heard again, or late, changes nothing; an invoice that was never heard of cannot be over. */
    @Transactional
    void apply(InvoiceFact.Kind kind, long version, InvoiceFact fact) {
        customers.ensure(fact.accountId());
        var known = receivables.findById(fact.id());
        if (known == null && fact.dueDate() == null) {
            return;
        }
        var receivable = known == null ? new Receivable() : known;
        receivable.id = fact.id();
        receivable.accountId = fact.accountId();
        receivable.total = fact.total();
        if (fact.dueDate() != null) {
            receivable.dueOn = fact.dueDate();
        }
        receivable.hear(kind, version, fact.paidOn());
        receivables.persist(receivable);
        changes.fire(new CustomerChanged(fact.accountId()));
    }
}
