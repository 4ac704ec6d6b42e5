package dev.rivulet.subscription.commission;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a partner is owed for a month in one currency: the month's entries, and those before that no statement has. */
@Entity
@Table(name = "commission_statement")
class Statement extends TenantEntity {

    @Column(name = "partner_id", updatable = false)
    UUID partnerId;

    /** The first day of it. */
    @Column(updatable = false)
    LocalDate month;

    @Column(updatable = false)
    Currency currency;

    @Column
    @Enumerated(EnumType.STRING)
    StatementStatus status = StatementStatus.DRAFT;

    @Nullable
    @Column(name = "total_minor")
    Long totalMinor;

    @Nullable
    Integer entries;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Nullable
    @Column(name = "finalized_at")
    Instant finalizedAt;

    @Nullable
    @Column(name = "finalized_by")
    String finalizedBy;

    boolean isFinal() {
        return status == StatementStatus.FINAL;
    }

    /** The first day that is not its own any more. */
    LocalDate monthEnd() {
        return month.plusMonths(1);
    }
}
