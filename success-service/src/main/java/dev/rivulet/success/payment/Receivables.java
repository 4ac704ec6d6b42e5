package dev.rivulet.success.payment;

import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.CustomerCopies;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How customers pay. */
@ApplicationScoped
public class Receivables {

    private final ReceivableRepository receivables;
    private final CustomerCopies customers;
    private final PaymentRecord record;
    private final Timeline timeline;
    private final Event<CustomerChanged> changes;

    Receivables(
            ReceivableRepository receivables,
            CustomerCopies customers,
            PaymentRecord record,
            Timeline timeline,
            Event<CustomerChanged> changes) {
        this.receivables = receivables;
        this.customers = customers;
        this.record = record;
        this.timeline = timeline;
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
        receivable.hear(kind, version, fact);
        receivables.persist(receivable);
        tell(kind, fact);
        changes.fire(new CustomerChanged(fact.accountId()));
    }

    private void tell(InvoiceFact.Kind kind, InvoiceFact fact) {
        var day = fact.day(kind);
        if (day == null) {
            return;
        }
        var facts = new HashMap<>(Map.of("total", fact.total().toString()));
        if (fact.number() != null) {
            facts.put("number", fact.number());
        }
        if (fact.dueDate() != null) {
            facts.put("dueOn", fact.dueDate().toString());
        }
        timeline.append(TimelineEntry.of(
                        fact.accountId(),
                        EntryKind.valueOf("INVOICE_" + kind),
                        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        fact.id(),
                        facts)
                .keyed(day.toString()));
    }

    /** The latest invoices of a customer, by due date. */
    @Transactional
    public List<InvoiceView> latest(UUID account, int limit) {
        return receivables.latest(account, limit).stream().map(InvoiceView::of).toList();
    }

    /**
     * How each account pays that anything is known of.
     *
     * @param todays the accounts with their local dates
     */
    @Transactional
    public Map<UUID, PaymentBehaviour> behaviour(Map<UUID, LocalDate> todays) {
        return record.of(todays);
    }
}
