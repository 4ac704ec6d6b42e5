package dev.rivulet.success.problem;

import dev.rivulet.success.input.Dated;
import dev.rivulet.success.problem.domain.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem to register. */
@Schema(name = "ProblemRequest", examples = """
        {"accountId": "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60", "title": "Certificates are not printed",
         "description": "The button does nothing since Monday", "severity": "HIGH",
         "productId": "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900", "feature": "certificates",
         "contactId": "0197a3f1-1e4f-7b11-8e85-9c4c3f9e0d14", "source": "helpdesk", "externalId": "T-1041",
         "openedAt": "2025-03-01T09:30:00Z"}""")
public record ProblemRequest(
        @NotNull @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
        UUID accountId,

        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Certificates are not printed")
        String title,

        @Size(max = 5_000, message = "{text-too-long}") @Nullable
        String description,

        @NotNull @Schema(examples = "HIGH") Severity severity,

        @Schema(description = "Of the catalog") @Nullable UUID productId,

        @Size(max = 100, message = "{text-too-long}") @Schema(examples = "certificates") @Nullable
        String feature,

        @Schema(description = "Who has it, a contact of the customer") @Nullable
        UUID contactId,

        @Size(min = 1, max = 60, message = "{text-too-long}")
        @Schema(examples = "helpdesk", description = "The system that it is a ticket of; only with externalId")
        @Nullable
        String source,

        @Size(min = 1, max = 200, message = "{text-too-long}")
        @Schema(examples = "T-1041", description = "Its id there; sent again, it is the same problem")
        @Nullable
        String externalId,

        @Dated @Schema(examples = "2025-03-01T09:30:00Z", description = "Now, if absent; not in the future") @Nullable
        Instant openedAt) {

    ProblemChange content() {
        return new ProblemChange(title, description, severity, productId, feature, contactId);
    }
}
