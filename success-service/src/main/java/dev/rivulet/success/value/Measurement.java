package dev.rivulet.success.value;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** What the promised metric was on a day; only ever added. */
@Entity
@Table(name = "promise_measurement")
class Measurement {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "promise_id")
    UUID promiseId;

    @Column
    BigDecimal value;

    @Column(name = "measured_on")
    LocalDate measuredOn;

    @Nullable
    String note;

    @Column
    @Enumerated(EnumType.STRING)
    MeasurementSource source;

    @Column(name = "survey_id")
    @Nullable
    UUID surveyId;

    @Column(name = "usage_metric")
    @Nullable
    String usageMetric;

    /** The days it was computed over, local to the customer. */
    @Column(name = "first_day")
    @Nullable
    LocalDate firstDay;

    @Column(name = "last_day")
    @Nullable
    LocalDate lastDay;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
