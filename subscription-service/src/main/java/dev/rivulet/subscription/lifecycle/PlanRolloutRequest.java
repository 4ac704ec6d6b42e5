package dev.rivulet.subscription.lifecycle;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published version that those who subscribed before are to come to. */
@Schema(name = "PlanRolloutRequest", examples = """
        {"planId": "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01", "planVersion": 2, "from": "2026-06-01"}""")
public record PlanRolloutRequest(
        @NotNull @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
        UUID planId,

        @NotNull @Min(value = 1, message = "{plan-version-range}") @Schema(examples = "2")
        Integer planVersion,

        @Nullable
        @Schema(
                examples = "2026-06-01",
                description = "In each account's zone: with the first period that begins on the day or later. Left out:"
                        + " with the next period")
        LocalDate from) {}
