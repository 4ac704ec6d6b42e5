package dev.rivulet.success.task;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something a success manager has to do, mostly for a customer. */
@Entity
@Table(name = "success_task")
class SuccessTask extends TenantEntity {

    @Column(name = "account_id", updatable = false)
    @Nullable
    UUID accountId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    TaskKind kind;

    @Column(name = "why", updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    Reason reason;

    @Column
    @Enumerated(EnumType.ORDINAL)
    @JdbcTypeCode(SqlTypes.SMALLINT)
    Severity severity;

    @Column
    @Enumerated(EnumType.STRING)
    TaskStatus status;

    @Nullable
    String owner;

    @Column
    String queue;

    @Column(name = "dedupe_key", updatable = false)
    String dedupeKey;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "snoozed_until")
    @Nullable
    LocalDate snoozedUntil;

    /** When the clock opens it again: the beginning of that day where the customer is. */
    @Column(name = "wakes_at")
    @Nullable
    Instant wakesAt;

    @Column(name = "escalated_at")
    @Nullable
    Instant escalatedAt;

    @Embedded
    @Nullable
    Money moneyAtRisk;

    @Column(name = "rule_id", updatable = false)
    @Nullable
    UUID ruleId;

    @Column(name = "rule_revision", updatable = false)
    @Nullable
    Integer ruleRevision;

    @Column(name = "completed_at")
    @Nullable
    Instant completedAt;

    @Column(name = "completed_by")
    @Nullable
    String completedBy;

    @Nullable
    @Enumerated(EnumType.STRING)
    TaskOutcome outcome;

    @Nullable
    String note;
}
