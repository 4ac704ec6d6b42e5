package dev.rivulet.success.survey;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.success.survey.domain.WaveStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A survey sent to an audience on a day. A recurring one leaves a next wave behind when it opens. */
@Entity
@Table(name = "survey_wave")
class SurveyWave extends TenantEntity {

    @Column(name = "survey_id")
    UUID surveyId;

    int revision;

    @Column
    @Enumerated(EnumType.STRING)
    WaveStatus status;

    /** In which its days begin. */
    @Column
    String zone;

    /** The day from which recurring waves are counted. */
    @Column(name = "first_on")
    LocalDate firstOn;

    @Column(name = "every_months")
    @Nullable
    Integer everyMonths;

    /** 0 for the first. */
    int occurrence;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "open_days")
    int openDays;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Audience audience;

    @Column
    BigDecimal share;

    /** People in the audience. */
    int candidates;

    /** Of these, in the sample. */
    int sampled;

    /** Of these, not asked anything too recently. */
    int invited;

    @Column(name = "ends_at")
    @Nullable
    Instant endsAt;
}
