package dev.rivulet.success.survey;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One answer of one person; never changed, a later answer takes its place. */
@Entity
@Table(name = "survey_answer")
class SurveyAnswer extends TenantEntity {

    @Column(name = "account_id")
    UUID accountId;

    @Column
    @Enumerated(EnumType.STRING)
    SurveyKind kind;

    int value;

    @Column
    String respondent;

    @Nullable
    String comment;

    @Column(name = "answered_at")
    Instant answeredAt;
}
