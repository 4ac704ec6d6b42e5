package dev.rivulet.success.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.problem.domain.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be changed of a problem. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProblemChange")
public record ProblemChange(
        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Certificates are not printed")
        String title,

        @Size(max = 5_000, message = "{text-too-long}") @Nullable
        String description,

        @NotNull @Schema(examples = "HIGH") Severity severity,

        @Schema(description = "Of the catalog") @Nullable UUID productId,

        @Size(max = 100, message = "{text-too-long}") @Schema(examples = "certificates") @Nullable
        String feature,

        @Schema(description = "Who has it, a contact of the customer") @Nullable
        UUID contactId) {}
