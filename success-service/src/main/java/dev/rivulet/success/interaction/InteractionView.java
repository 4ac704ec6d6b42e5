package dev.rivulet.success.interaction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A meeting or call with a person at a customer. */
@Schema(name = "Interaction")
public record InteractionView(
        UUID id,
        UUID accountId,
        InteractionKind kind,
        @Schema(description = "Whom it was with") UUID contactId,
        @Schema(examples = "2025-03-01T09:30:00Z") Instant occurredAt,

        @Schema(nullable = true, examples = "Agreed on two trainings") @Nullable
        String summary,

        @Schema(examples = "mila.horn@acme.example", description = "Who recorded it")
        String recordedBy) {

    static InteractionView of(Interaction interaction) {
        return new InteractionView(
                interaction.id,
                interaction.accountId,
                interaction.kind,
                interaction.contactId,
                interaction.occurredAt,
                interaction.summary,
                interaction.recordedBy);
    }
}
