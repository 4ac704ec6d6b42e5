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
}
