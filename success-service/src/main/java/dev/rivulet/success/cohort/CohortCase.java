package dev.rivulet.success.cohort;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.success.cohort.domain.CaseState;
import dev.rivulet.success.cohort.domain.CloseReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody has to react to a red cell. */
@Entity
@Table(name = "cohort_case")
class CohortCase extends TenantEntity {

    /** Counted from January of the year 0. */
    @Column(name = "start_month")
    int startMonth;

    @Column
    int age;

    @Column
    String summary;

    @Column
    @Enumerated(EnumType.STRING)
    CaseState state;

    @Column
    String owner;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "close_reason")
    @Enumerated(EnumType.STRING)
    @Nullable
    CloseReason closeReason;

    @Column(name = "close_note")
    @Nullable
    String closeNote;

    void close(CloseReason reason, @Nullable String note, Instant now) {
        state = CaseState.CLOSED;
        closeReason = reason;
        closeNote = note;
        closedAt = now;
    }

    void reopen(LocalDate due, Instant now) {
        state = CaseState.OPEN;
        closeReason = null;
        closeNote = null;
        closedAt = null;
        dueOn = due;
        openedAt = now;
    }
}
