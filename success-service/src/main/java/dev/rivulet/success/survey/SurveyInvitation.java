package dev.rivulet.success.survey;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.success.survey.domain.InvitationStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person asked in one wave. */
@Entity
@Table(name = "survey_invitation")
class SurveyInvitation extends TenantEntity {

    @Column(name = "survey_id")
    UUID surveyId;

    @Column(name = "wave_id")
    UUID waveId;

    @Column(name = "account_id")
    UUID accountId;

    @Column
    String respondent;

    /** The person has been forgotten; the respondent is a name for nobody. */
    boolean erased;

    @Column
    @Enumerated(EnumType.STRING)
    InvitationStatus status;

    /** Of the secret in the link; null once the person has been forgotten. */
    @Column(name = "token_hash")
    @Nullable
    String tokenHash;

    @Column(name = "invited_at")
    Instant invitedAt;

    @Column(name = "expires_at")
    Instant expiresAt;
}
