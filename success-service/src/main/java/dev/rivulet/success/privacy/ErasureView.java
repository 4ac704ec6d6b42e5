package dev.rivulet.success.privacy;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a person was erased. */
@Schema(name = "Erasure")
public record ErasureView(
        UUID contactId,
        UUID accountId,
        @Schema(examples = "2025-03-01T09:30:00Z") Instant erasedAt,
        @Schema(examples = "admin@acme.example") String requestedBy) {}
