package dev.rivulet.success.customer;

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

/** What a customer has bought, as the subscription service last told. */
@Entity
class Subscription {

    static final String CANCELLED = "CANCELLED";

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "plan_name")
    String planName;

    int seats;

    @Embedded
    Money price;

    @Column
    String status;

    @Column(name = "start_date")
    LocalDate startDate;

    /** The first day it no longer runs. */
    @Column(name = "end_date")
    @Nullable
    LocalDate endDate;

    /** A cancellation takes effect on its end date; until then the seats are the customer's. */
    boolean runsOn(LocalDate day) {
        return !startDate.isAfter(day) && (endDate == null ? !status.equals(CANCELLED) : day.isBefore(endDate));
    }
}
