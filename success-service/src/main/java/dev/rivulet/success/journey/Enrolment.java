package dev.rivulet.success.journey;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.success.journey.domain.Move.Outcome;
import dev.rivulet.success.journey.domain.Step.Happening;
import dev.rivulet.success.touch.domain.TouchModel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer, or a prospect, on its way through a journey. */
@Entity
@Table(name = "journey_enrolment")
class Enrolment extends TenantEntity {

    @Column(name = "journey_id", updatable = false)
    UUID journeyId;

    /** Null while there is only a deal. */
    @Column(name = "account_id")
    @Nullable
    UUID accountId;

    @Column(name = "deal_id", updatable = false)
    @Nullable
    UUID dealId;

    @Column
    @Enumerated(EnumType.STRING)
    EnrolmentStatus status;

    /** Index of the step to be taken next. */
    @Column
    int step;

    /** When; null while it waits for something to happen. Of one that has ended: tech touch goes on with that step. */
    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "waits_for")
    @Enumerated(EnumType.STRING)
    @Nullable
    Happening waitsFor;

    @Column
    int extensions;

    /** How the customer was looked after before the journey changed it; null if it changed nothing. */
    @Column(name = "touch_before")
    @Enumerated(EnumType.STRING)
    @Nullable
    TouchModel touchBefore;

    /** Its deal is won. */
    @Column
    boolean signed;

    @Column(name = "started_at", updatable = false)
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    Outcome outcome;

    void end(Outcome how, Instant now) {
        status = EnrolmentStatus.ENDED;
        outcome = how;
        endedAt = now;
        dueAt = null;
        waitsFor = null;
    }

    boolean isOver() {
        return status == EnrolmentStatus.ENDED && dueAt == null && waitsFor == null;
    }

    /** Tech touch has nothing more to say. */
    void fallSilent() {
        dueAt = null;
        waitsFor = null;
    }

    /** Whom it is about. */
    UUID subject() {
        var subject = accountId == null ? dealId : accountId;
        if (subject == null) {
            throw new IllegalStateException("enrolment " + id + " is of nobody");
        }
        return subject;
    }
}
