package dev.rivulet.subscription.payment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a dispute has ended. */
@Schema(name = "DisputeClosureRequest", examples = """
        {"won": true}""")
public record DisputeClosureRequest(
        @NotNull @Schema(examples = "true", description = "Whether the money is ours")
        Boolean won) {}
