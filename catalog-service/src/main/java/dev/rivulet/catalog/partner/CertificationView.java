package dev.rivulet.catalog.partner;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person knows. */
@Schema(name = "Certification")
record CertificationView(
        UUID id,
        UUID partnerId,
        UUID personId,
        UUID playbookId,
        UUID productId,
        @Schema(examples = "1") int playbookVersion,
        @Schema(examples = "2026-03-20") LocalDate passedOn,

        @Schema(description = "Subject of the token that reported it", examples = "sales@acme")
        String examiner,

        CertificationStatus status) {

    static CertificationView of(Certification certification, CertificationStatus status) {
        return new CertificationView(
                certification.id,
                certification.partnerId,
                certification.personId,
                certification.playbookId,
                certification.productId,
                certification.playbookVersion,
                certification.passedOn,
                certification.examiner,
                status);
    }
}
