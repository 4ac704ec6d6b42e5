package dev.rivulet.subscription.clock;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The tenant's time.
 *
 * @param stands whether it is a test clock, which moves only when told to
 */
@Schema(name = "TestClock")
public record TestClockView(
        @Schema(examples = "2025-12-01T00:00:00Z") Instant now,

        @Schema(examples = "true", description = "Whether this is a test clock; else the system's time")
        boolean stands) {}
