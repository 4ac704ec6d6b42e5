package dev.rivulet.success.payment;

import dev.rivulet.kit.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** An invoice as far as it tells how a customer pays. */
@Entity
class Receivable {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

    @Column(name = "account_id")
    UUID accountId;

    @Embedded
    Money total;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "paid_on")
    @Nullable
    LocalDate paidOn;

    /** Nothing is to be paid any more, though it was not paid: it is void or given up. */
    @Column
    boolean closed;

    /** The invoice's version that what is told here rests on. */
    @Column(name = "told_version")
    long toldVersion = -1;

    /** What an older version says is no news; two facts of one version are told in any order. */
    void hear(InvoiceFact.Kind kind, long of, @Nullable LocalDate paid) {
        if (of < toldVersion) {
            return;
        }
        toldVersion = of;
        switch (kind) {
            case PAID -> paidOn = paid;
            case REOPENED -> paidOn = null;
            case VOIDED, WRITTEN_OFF -> closed = true;
            case FINALIZED -> {
                // It is to be paid, as every receivable is at first.
            }
        }
    }
}
