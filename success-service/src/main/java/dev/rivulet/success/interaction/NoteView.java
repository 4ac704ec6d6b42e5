package dev.rivulet.success.interaction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A note as it stands in the timeline. */
@Schema(name = "Note")
public record NoteView(
        UUID id,
        UUID accountId,

        @Schema(examples = "They train twelve more managers in May")
        String text,

        @Schema(examples = "2025-03-01T09:30:00Z") Instant occurredAt,

        @Schema(examples = "mila.horn@acme.example", description = "Who wrote it")
        String author) {}
