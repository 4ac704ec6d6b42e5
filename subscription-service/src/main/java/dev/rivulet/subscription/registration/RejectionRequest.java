package dev.rivulet.subscription.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a registration is not approved; the partner reads it. */
@Schema(name = "DealRegistrationRejection", examples = """
        {"reason": "We have been in talks since May"}""")
public record RejectionRequest(
        @NotBlank @Size(max = 1_000, message = "{text-too-long}") @Schema(examples = "We have been in talks since May")
        String reason) {}
