package dev.rivulet.success.feedback;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer says of a product. */
@Entity
class Feedback extends TenantEntity {

    @Column(name = "account_id")
    UUID accountId;

    @Column
    @Enumerated(EnumType.STRING)
    FeedbackKind kind;

    @Column
    String text;

    @Column(name = "product_id")
    UUID productId;

    @Nullable
    String feature;

    @Column(name = "contact_id")
    @Nullable
    UUID contactId;

    /** The customer's monthly recurring revenue when it was given, in minor units. */
    @Column(name = "mrr_minor", updatable = false)
    long mrrMinor;

    @Column(name = "mrr_currency", updatable = false)
    @Nullable
    String mrrCurrency;

    @Column(name = "given_at", updatable = false)
    Instant givenAt;

    @Column(name = "recorded_by", updatable = false)
    String recordedBy;

    /** What it is merged into. */
    @Column(name = "request_id")
    @Nullable
    UUID requestId;

    FeedbackChange asChange() {
        return new FeedbackChange(kind, text, productId, feature, contactId);
    }

    void take(FeedbackChange change) {
        kind = change.kind();
        text = change.text().strip();
        productId = change.productId();
        feature = change.feature();
        contactId = change.contactId();
    }
}
