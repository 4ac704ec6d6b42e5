package dev.rivulet.success.survey;

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

/** One answer of one person; never changed, a later answer takes its place. */
@Entity
@Table(name = "survey_answer")
class SurveyAnswer extends TenantEntity {

    @Column(name = "account_id")
    UUID accountId;

    /** Null for answers that no survey here has asked for. */
    @Column(name = "survey_id")
    @Nullable
    UUID surveyId;

    @Column(name = "wave_id")
    @Nullable
    UUID waveId;

    @Column
    @Enumerated(EnumType.STRING)
    SurveyKind kind;

    int value;

    /** How many the scale has. */
    int points;

    @Column
    String respondent;

    /** The person has been forgotten; the respondent is a name for nobody. */
    boolean erased;

    @Nullable
    String comment;

    @Column(name = "answered_at")
    Instant answeredAt;

    /** When it became known here, which for an answer entered by hand may be much later. */
    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    /** Local to the customer. */
    @Column(name = "answered_on")
    LocalDate answeredOn;

    /** The customer's, when it answered. */
    @Nullable
    String segment;

    /** The customer's on the day it answered, however late that was heard of. */
    @Nullable
    String plan;

    /** The person's. */
    @Nullable
    String function;
}
