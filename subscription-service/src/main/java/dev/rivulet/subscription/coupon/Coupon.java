package dev.rivulet.subscription.coupon;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A discount that accounts may redeem. Only how often it was redeemed changes. */
@Entity
class Coupon extends TenantEntity {

    @Column(updatable = false)
    String code;

    @Column(updatable = false)
    String name;

    @Nullable
    @Column(updatable = false)
    BigDecimal percent;

    @Nullable
    @Column(name = "amount_minor", updatable = false)
    Long amountMinor;

    @Nullable
    @Column(updatable = false)
    String currency;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    CouponDuration duration;

    @Nullable
    @Column(updatable = false)
    Integer periods;

    @Nullable
    @Column(name = "redemption_limit", updatable = false)
    Integer redemptionLimit;

    @Nullable
    @Column(name = "limit_per_account", updatable = false)
    Integer limitPerAccount;

    @Nullable
    @Column(name = "valid_until", updatable = false)
    LocalDate validUntil;

    /** Their ids with commas between; empty for all. */
    @Column(updatable = false)
    String plans;

    @Column
    int redeemed;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Nullable
    Money amount() {
        return amountMinor == null || currency == null ? null : new Money(amountMinor, Currency.getInstance(currency));
    }

    List<UUID> planIds() {
        return plans.isEmpty()
                ? List.of()
                : Arrays.stream(plans.split(",", -1)).map(UUID::fromString).toList();
    }

    /** How many invoices a redemption discounts; null for all. */
    @Nullable
    Integer uses() {
        return switch (duration) {
            case ONCE -> 1;
            case REPEATING -> periods;
            case FOREVER -> null;
        };
    }
}
