package dev.rivulet.subscription.dunning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an account is left alone. */
@Schema(name = "DunningHoldRequest", examples = """
        {"until": "2026-05-31", "reason": "They dispute the February invoice"}""")
public record HoldRequest(
        @Nullable
        @Schema(
                examples = "2026-03-01",
                description =
                        "Paused up to and with this day; if absent exempt for good, and served again if suspended")
        LocalDate until,

        @NotBlank @Size(max = 500, message = "{text-too-long}") @Schema(examples = "They dispute the February invoice")
        String reason) {}
