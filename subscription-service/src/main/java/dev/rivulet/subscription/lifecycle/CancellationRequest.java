package dev.rivulet.subscription.lifecycle;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a subscription is to end. */
@Schema(name = "CancellationRequest")
public record CancellationRequest(
        @NotNull @Schema(examples = "END_OF_PERIOD", description = "END_OF_PERIOD: with the period that has begun")
        Effective effective) {

    /** When a cancellation takes effect. */
    @Schema(name = "CancellationEffective")
    public enum Effective {
        END_OF_PERIOD
    }
}
