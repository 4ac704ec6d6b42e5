package dev.rivulet.subscription.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when a trial is to go on. */
@Schema(name = "TrialExtensionRequest", examples = """
        {"trialEnd": "2026-06-15"}""")
public record TrialExtensionRequest(
        @NotNull
        @Schema(
                examples = "2026-06-15",
                description =
                        "First day after the trial, which is charged, in the account's zone; later than it is now")
        LocalDate trialEnd) {}
