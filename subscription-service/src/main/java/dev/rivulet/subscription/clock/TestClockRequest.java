package dev.rivulet.subscription.clock;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the test clock is to stand. */
@Schema(name = "TestClockRequest", examples = """
        {"now": "2026-06-01T12:00:00Z"}""")
public record TestClockRequest(
        @NotNull
        @Schema(examples = "2025-12-01T00:00:00Z", description = "From 2000 to 2099, not before where it stands")
        Instant now) {}
