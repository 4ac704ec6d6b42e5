package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.plan.Plans;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what invoices brought in by product, so that the code that earns most is known. */
@ApplicationScoped
class InvoiceRevenue implements EventHandler {

    private final Inbox inbox;
    private final Plans plans;
    private final Tenants tenants;
    private final Sql sql;

    InvoiceRevenue(Inbox inbox, Plans plans, Tenants tenants, Sql sql) {
        this.inbox = inbox;
        this.plans = plans;
        this.tenants = tenants;
        this.sql = sql;
    }

    @Override
    public String consumer() {
        return "activity-revenue";
    }

    @Incoming("billed-invoices")
    @Blocking
    void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(BilledInvoice.TYPE)) {
            note(event.as(BilledInvoice.class));
        }
    }

    private void note(BilledInvoice invoice) {
        var lines = Objects.requireNonNullElse(invoice.lines(), List.<BilledInvoice.Line>of());
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var product = plans.productOf(line.planId())
                    .orElseThrow(() -> new IllegalStateException("no plan " + line.planId()));
            sql.update(
                    "INSERT INTO product_revenue (tenant_id, invoice_id, position, product_id, minor, currency,"
                            + " issued_on) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    tenants.current(),
                    invoice.id(),
                    i,
                    product,
                    line.amount().minor(),
                    line.amount().currency().getCurrencyCode(),
                    invoice.issueDate());
        }
    }
}
