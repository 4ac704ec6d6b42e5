package dev.rivulet.success.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Something a success manager has to do for a customer. */
@Entity
@Table(name = "success_task")
class SuccessTask {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

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
