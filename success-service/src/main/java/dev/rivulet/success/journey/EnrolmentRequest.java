package dev.rivulet.success.journey;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** On which journey a customer is to go. */
@Schema(name = "JourneyEnrolmentRequest", examples = """
        {"journeyKey": "two-months", "startAt": "kickoff"}""")
public record EnrolmentRequest(
        @NotBlank @Schema(examples = "two-months", description = "Its latest published edition")
        String journeyKey,

        @Schema(examples = "kickoff", description = "Key of the step to begin at; left out, the first") @Nullable
        String startAt) {}
