package dev.rivulet.success.value;

import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.TimelineEntry;
import dev.rivulet.success.value.domain.PromiseStatus;
import dev.rivulet.success.value.domain.PromiseStep;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A step a promise took; only ever added. */
@Entity
@Table(name = "promise_step")
class TakenStep {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "promise_id")
    UUID promiseId;

    @Column
    @Enumerated(EnumType.STRING)
    PromiseStep step;

    @Column(name = "status_before")
    @Enumerated(EnumType.STRING)
    PromiseStatus statusBefore;

    @Column(name = "status_after")
    @Enumerated(EnumType.STRING)
    PromiseStatus statusAfter;

    /** What was measured, confirmed or disputed. */
    @Nullable
    BigDecimal measured;

    /** Of an extension. */
    @Column(name = "due_before")
    @Nullable
    LocalDate dueBefore;

    @Column(name = "due_after")
    @Nullable
    LocalDate dueAfter;

    @Column(name = "taken_by")
    @Nullable
    String takenBy;

    @Nullable
    String reason;

    @Column(name = "taken_at")
    Instant takenAt;

    /** What the customer's timeline says of it. */
    TimelineEntry told(Promise promise) {
        var facts = new HashMap<>(Map.of("metric", promise.metric, "status", promise.status.name()));
        if (measured != null) {
            facts.put("measured", PromiseView.plain(measured) + " " + promise.unit);
        }
        if (dueAfter != null) {
            facts.put("dueOn", dueAfter.toString());
        }
        return TimelineEntry.of(promise.accountId, kind(), takenAt, promise.id, facts)
                .keyed(id.toString());
    }

    private EntryKind kind() {
        return switch (step) {
            case MEASURE -> EntryKind.PROMISE_MEASURED;
            case CONFIRM -> EntryKind.PROMISE_CONFIRMED;
            case CONTEST -> EntryKind.PROMISE_CONTESTED;
            case EXTEND -> EntryKind.PROMISE_EXTENDED;
            case FALL_DUE -> EntryKind.PROMISE_OVERDUE;
        };
    }
}
