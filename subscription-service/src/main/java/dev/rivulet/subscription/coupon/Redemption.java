package dev.rivulet.subscription.coupon;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coupon that an account has redeemed. Its uses are counted by {@link Redemptions}. */
@Entity
@Table(name = "coupon_redemption")
class Redemption extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "coupon_id", updatable = false)
    Coupon coupon;

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Column(name = "redeemed_on", updatable = false)
    LocalDate redeemedOn;

    @Column(updatable = false)
    int uses;

    @Nullable
    @Column(name = "uses_left", updatable = false)
    Integer usesLeft;

    @Nullable
    @Column(name = "removed_at")
    Instant removedAt;
}
