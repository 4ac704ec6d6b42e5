package dev.rivulet.success.interaction;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A meeting or call to record. */
@Schema(name = "InteractionRequest", examples = """
        {"kind": "MEETING", "contactId": "0197a3f1-1e4f-7b11-8e85-9c4c3f9e0d14", "occurredAt": "2025-03-01T09:30:00Z",
         "summary": "Agreed on two trainings"}""")
public record InteractionRequest(
        @NotNull @Schema(examples = "MEETING") InteractionKind kind,

        @NotNull
        @Schema(
                examples = "0197a3f1-1e4f-7b11-8e85-9c4c3f9e0d14",
                description = "Whom it was with, a contact of the customer")
        UUID contactId,

        @Dated @Schema(examples = "2025-03-01T09:30:00Z", description = "Now, if absent; not in the future") @Nullable
        Instant occurredAt,

        @Size(max = 5_000, message = "{text-too-long}") @Schema(examples = "Agreed on two trainings") @Nullable
        String summary) {}
