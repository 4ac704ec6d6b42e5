package dev.rivulet.success.payment;

import dev.rivulet.kit.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
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

    @Column(name = "account_id")
    UUID accountId;

    @Nullable
    String number;

    @Embedded
    Money total;

    @Column(name = "issued_on")
    @Nullable
    LocalDate issuedOn;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "paid_on")
    @Nullable
    LocalDate paidOn;

    /** Nothing is to be paid any more, though it was not paid: it is void or given up. */
    @Column
    boolean closed;

    /** It was given up. */
    @Column(name = "written_off")
    boolean writtenOff;

    /** The invoice's version that what is told here rests on. */
    @Column(name = "told_version")
    long toldVersion = -1;

    /** What an older version says is no news; two facts of one version are told in any order. */
    void hear(InvoiceFact.Kind kind, long of, InvoiceFact fact) {
        if (fact.issueDate() != null) {
            issuedOn = fact.issueDate();
        }
        if (of < toldVersion) {
            return;
        }
        toldVersion = of;
        accountId = fact.accountId();
        total = fact.total();
        if (fact.number() != null) {
            number = fact.number();
        }
        if (fact.dueDate() != null) {
            dueOn = fact.dueDate();
        }
        switch (kind) {
            case PAID -> {
                paidOn = fact.paidOn();
                // Even what was given up may be paid in the end.
                closed = false;
                writtenOff = false;
            }
            case REOPENED -> paidOn = null;
            case VOIDED -> closed = true;
            case WRITTEN_OFF -> {
                closed = true;
                writtenOff = true;
            }
            case FINALIZED -> {
                // It is to be paid, as every receivable is at first.
            }
        }
    }
}
