package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.InvoiceDraft.Line;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** One line of an issued invoice; never changed. */
@Entity
@Immutable
@Table(name = "invoice_line")
class InvoiceLine {

    /** What a line charges for. */
    enum Kind {
        /** A period of a plan. */
        RECURRING
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "invoice_id")
    Invoice invoice;

    @Column
    int position;

    @Column
    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column
    String description;

    @Column(name = "plan_id")
    UUID planId;

    @Column(name = "plan_version")
    int planVersion;

    @Column(name = "unit_price_minor")
    long unitPriceMinor;

    @Column
    long quantity;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    Money amount;

    @Column(name = "period_start")
    LocalDate periodStart;

    @Column(name = "period_end")
    LocalDate periodEnd;

    static InvoiceLine of(Invoice invoice, int position, Line draft) {
        var line = new InvoiceLine();
        line.invoice = invoice;
        line.position = position;
        line.kind = Kind.RECURRING;
        line.description = draft.description();
        line.planId = draft.plan().id();
        line.planVersion = draft.plan().version();
        line.unitPriceMinor = draft.unitPrice().minor();
        line.quantity = draft.quantity();
        line.amount = draft.amount();
        line.periodStart = draft.period().start();
        line.periodEnd = draft.period().end();
        return line;
    }
}
