package dev.rivulet.subscription.deal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a deal was lost. */
@Schema(name = "DealLoss", examples = """
        {"reason": "PRICE", "note": "Their board wants a seminar as every year"}""")
public record LossRequest(
        @NotNull LossReason reason,

        @Nullable
        @Size(max = 1_000, message = "{text-too-long}")
        @Schema(examples = "Their board wants a seminar as every year")
        String note) {}
