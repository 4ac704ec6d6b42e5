package dev.rivulet.subscription.billing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That so many charges of a subscription at once are right. */
@Schema(name = "LinesAcceptance", examples = """
        {"lines": 12000}""")
record AcceptanceRequest(
        @NotNull
        @Min(1)
        @Max(1_000_000)
        @Schema(examples = "12000", description = "Up to so many, as the proposal says how many there are")
        Integer lines) {}
