package dev.rivulet.success.interaction;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A note on a customer. */
@Schema(name = "NoteRequest", examples = """
        {"text": "They train twelve more managers in May", "occurredAt": "2025-03-01T09:30:00Z"}""")
public record NoteRequest(
        @NotBlank
        @Size(max = 5_000, message = "{text-too-long}")
        @Schema(examples = "They train twelve more managers in May")
        String text,

        @Dated
        @Schema(examples = "2025-03-01T09:30:00Z", description = "When it was so; now, if absent; not in the future")
        @Nullable
        Instant occurredAt) {}
