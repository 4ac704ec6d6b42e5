package dev.rivulet.success.release;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a function of the company knows of a release. */
@Schema(name = "ReleaseAcknowledgement")
public record AcknowledgementView(
        Team function,
        @Schema(examples = "mila.horn@acme.example") String acknowledgedBy,
        @Schema(examples = "2026-03-02T10:15:00Z") Instant acknowledgedAt) {}
