package dev.rivulet.success.survey;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.success.survey.domain.SurveyStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One question put to many; its kind, its scale and whether it is anonymous never change. */
@Entity
class Survey extends TenantEntity {

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    SurveyKind kind;

    @Column
    @Enumerated(EnumType.STRING)
    SurveyStatus status;

    /** How many the scale has. */
    int points;

    boolean anonymous;

    /** Of an anonymous survey: fewer answers than this are not shown. */
    @Column(name = "minimum_group")
    int minimumGroup;

    /** The one that is asked from now on. */
    int revision;

    @Column(name = "created_at")
    Instant createdAt;
}
