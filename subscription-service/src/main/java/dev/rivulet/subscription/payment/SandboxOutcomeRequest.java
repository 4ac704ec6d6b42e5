package dev.rivulet.subscription.payment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a charge of the sandbox card has ended. */
@Schema(name = "SandboxOutcomeRequest", examples = """
        {"succeeded": true}""")
public record SandboxOutcomeRequest(
        @NotNull @Schema(examples = "true", description = "Whether it was charged")
        Boolean succeeded) {}
