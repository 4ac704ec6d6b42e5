package dev.rivulet.success.score;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Puts a model into force. */
@Schema(name = "ScoreModelActivation", examples = """
        {"waiver": {"reason": "No customer has left yet, so there is nothing to test against.",
         "signedBy": "Anna Meyer, head of success"}}""")
record ActivationRequest(
        @Schema(
                nullable = true,
                description = "Needed where no backtest of this model with enough losses in it speaks for it")
        @Valid
        @Nullable
        Waiver waiver) {}
