package dev.rivulet.success.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** What is asked, word by word; never changed. */
@Entity
@Table(name = "survey_revision")
class SurveyRevision {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "survey_id")
    UUID surveyId;

    int revision;

    @Column(name = "question_en")
    String questionEn;

    @Column(name = "question_ru")
    String questionRu;

    @Column(name = "prompt_en")
    @Nullable
    String promptEn;

    @Column(name = "prompt_ru")
    @Nullable
    String promptRu;

    @Column(name = "created_at")
    Instant createdAt;
}
