package dev.rivulet.success.problem;

import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.success.problem.domain.ProblemState;
import dev.rivulet.success.problem.domain.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a customer has trouble with. */
@Entity
class Problem extends TenantEntity {

    @Column(name = "account_id")
    UUID accountId;

    @Column
    String title;

    @Nullable
    String description;

    @Column
    @Enumerated(EnumType.STRING)
    Severity severity;

    @Column
    @Enumerated(EnumType.STRING)
    ProblemState state = ProblemState.OPEN;

    @Column(name = "product_id")
    @Nullable
    UUID productId;

    @Nullable
    String feature;

    @Column(name = "contact_id")
    @Nullable
    UUID contactId;

    /** The other system that it is a ticket of. */
    @Column(updatable = false)
    @Nullable
    String source;

    @Column(name = "external_id", updatable = false)
    @Nullable
    String externalId;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "first_response_at")
    @Nullable
    Instant firstResponseAt;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    /** How often the customer said that it was not solved. */
    int reopened;

    ProblemChange asChange() {
        return new ProblemChange(title, description, severity, productId, feature, contactId);
    }

    void take(ProblemChange change) {
        title = change.title().strip();
        description = change.description();
        severity = change.severity();
        productId = change.productId();
        feature = change.feature();
        contactId = change.contactId();
    }

    /** Keeps the times that follow from a move. */
    void move(ProblemState to, Instant at) {
        if (firstResponseAt == null) {
            firstResponseAt = at;
        }
        if (state == ProblemState.RESOLVED && to == ProblemState.IN_PROGRESS) {
            reopened++;
            resolvedAt = null;
        }
        if (to == ProblemState.RESOLVED) {
            resolvedAt = at;
        }
        if (to == ProblemState.CLOSED) {
            closedAt = at;
        }
        state = to;
    }
}
