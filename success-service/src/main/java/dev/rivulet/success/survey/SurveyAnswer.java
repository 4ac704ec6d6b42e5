package dev.rivulet.success.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One answer of one person; never changed, a later answer takes its place. */
@Entity
@Table(name = "survey_answer")
class SurveyAnswer {

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
    SurveyKind kind;

    int value;

    @Column
    String respondent;

    @Nullable
    String comment;

    @Column(name = "answered_at")
    Instant answeredAt;
}
