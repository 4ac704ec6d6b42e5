package dev.rivulet.catalog.casestudy;

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

@Entity
@Table(name = "case_study")
class CaseStudy extends TenantEntity {

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "segment_id")
    @Nullable
    UUID segmentId;

    @Column(name = "proposition_id", updatable = false)
    @Nullable
    UUID propositionId;

    @Column(name = "promise_id", updatable = false)
    @Nullable
    UUID promiseId;

    @Column(name = "account_id", updatable = false)
    @Nullable
    UUID accountId;

    @Column
    @Enumerated(EnumType.STRING)
    CaseStudyStatus status;

    @Column
    String title;

    @Column
    @Nullable
    String customer;

    @Column
    @Nullable
    String problem;

    @Column
    @Nullable
    String story;

    @Column
    @Nullable
    String result;

    @Column
    @Enumerated(EnumType.STRING)
    Consent consent;

    @Column(name = "consent_given_by")
    @Nullable
    String consentGivenBy;

    @Column(name = "consent_given_on")
    @Nullable
    LocalDate consentGivenOn;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    /** The name, where it may be told. */
    @Nullable
    String tellableCustomer() {
        return consent == Consent.NAMED ? customer : null;
    }
}
