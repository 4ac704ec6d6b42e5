package dev.rivulet.subscription.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.subscription.registration.domain.RegistrationStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A registration as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DealRegistration")
public record RegistrationView(
        @Schema(examples = "0197a3f5-1a2b-7c3d-8e4f-5a6b7c8d9e01")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
        UUID partnerId,

        @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
        UUID productId,

        @Schema(examples = "Northwind Training GmbH") String customerName,
        @Nullable @Schema(examples = "DE 123 456 789") String taxId,
        @Nullable @Schema(examples = "northwind.example") String domain,

        @Nullable @Schema(examples = "Met the HR head at a fair")
        String note,

        RegistrationStatus status,
        @Schema(examples = "2026-03-01T09:30:00Z") Instant submittedAt,
        @Nullable @Schema(examples = "2026-03-02T08:00:00Z") Instant decidedAt,

        @Nullable @Schema(examples = "We have been in talks since May", description = "Only of a rejected one")
        String rejectionReason,

        @Nullable @Schema(examples = "2026-03-02T08:00:00Z") Instant protectedSince,

        @Nullable @Schema(examples = "2026-05-31T08:00:00Z", description = "From then on the customer is free again")
        Instant protectedUntil) {

    static RegistrationView of(Registration registration, Instant now) {
        return new RegistrationView(
                registration.id,
                registration.version,
                registration.partnerId,
                registration.productId,
                registration.customerName,
                registration.taxId,
                registration.domain,
                registration.note,
                registration.statusAt(now),
                registration.submittedAt,
                registration.decidedAt,
                registration.rejectionReason,
                registration.protectedSince,
                registration.protectedUntil);
    }
}
