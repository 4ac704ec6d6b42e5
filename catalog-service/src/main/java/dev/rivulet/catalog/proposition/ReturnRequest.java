package dev.rivulet.catalog.proposition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a proposition is not approved as it is. */
@Schema(name = "PropositionReturnRequest", examples = """
        {"reason": "The pain is ours, not theirs"}""")
record ReturnRequest(
        @Schema(examples = "The pain is ours, not theirs") @NotBlank @Size(max = 1_000, message = "{text-too-long}")
        String reason) {}
