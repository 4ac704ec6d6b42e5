package dev.rivulet.catalog.proposition;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a deal that was led with a proposition. */
record DealOutcomeRequest(
        @Schema(examples = "019b2f71-5a3e-7d10-b3c1-6a8b1f0e2d47") @NotNull
        UUID dealId,

        @NotNull Outcome outcome) {

    enum Outcome {
        WON,
        LOST
    }
}
