package dev.rivulet.subscription.metrics;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which month is to be closed. */
@Schema(name = "MrrCloseRequest", examples = """
        {"month": "2026-03"}""")
public record MrrCloseRequest(
        @NotNull @Schema(examples = "2026-03") String month) {}
