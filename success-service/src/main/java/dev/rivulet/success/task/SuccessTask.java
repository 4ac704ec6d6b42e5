package dev.rivulet.success.task;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a success manager has to do for a customer. */
@Entity
@Table(name = "success_task")
class SuccessTask extends TenantEntity {

    @Column(name = "account_id")
    UUID accountId;

    @Column
    @Enumerated(EnumType.STRING)
    TaskKind kind;

    @Column
    String reason;

    @Column
    @Enumerated(EnumType.STRING)
    TaskStatus status;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "completed_at")
    @Nullable
    Instant completedAt;

    @Nullable
    String outcome;
}
