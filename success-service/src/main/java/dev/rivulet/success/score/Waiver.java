package dev.rivulet.success.score;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Someone answers for a model that no backtest speaks for. */
@Schema(name = "ScoreModelWaiver")
record Waiver(
        @NotBlank
        @Size(max = 1_000, message = "{text-too-long}")
        @Schema(examples = "No customer has left yet, so there is nothing to test against.")
        String reason,

        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Anna Meyer, head of success")
        String signedBy) {}
