package dev.rivulet.success.value;

import dev.rivulet.success.derived.DerivedId;
import dev.rivulet.success.value.domain.Goal;
import dev.rivulet.success.value.domain.PromiseStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The benefit promised when a subscription was signed; pinned, whatever becomes of the proposition later. */
@Entity
class Promise {

    /** Follows from the subscription: the promise is the same one however often it is heard of, even from nothing. */
    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "subscription_id")
    UUID subscriptionId;

    @Column(name = "proposition_id")
    UUID propositionId;

    @Column(name = "proposition_version")
    long propositionVersion;

    @Column
    String metric;

    @Column
    String unit;

    @Column
    BigDecimal baseline;

    @Column
    BigDecimal target;

    @Column(name = "due_on")
    LocalDate dueOn;

    /** As signed; the due day may have been put off since. */
    @Column(name = "originally_due_on")
    LocalDate originallyDueOn;

    @Column
    @Enumerated(EnumType.STRING)
    PromiseStatus status;

    /** The measurement of the latest day, unless the customer disputes it. */
    @Nullable
    BigDecimal measured;

    @Column(name = "measured_on")
    @Nullable
    LocalDate measuredOn;

    @Column(name = "confirmed_by")
    @Nullable
    String confirmedBy;

    @Column(name = "confirmed_on")
    @Nullable
    LocalDate confirmedOn;

    /** The one promise of a subscription, among others in the order of their starts. */
    static UUID id(UUID subscription, LocalDate start) {
        return DerivedId.of(start.atStartOfDay(ZoneOffset.UTC).toInstant(), "promise " + subscription);
    }

    Goal goal() {
        return new Goal(baseline, target);
    }
}
