package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edition of a journey. */
@Schema(name = "Journey")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JourneyView(
        UUID id,

        @Schema(description = "The number inside the ETag", examples = "0")
        long version,

        @Schema(examples = "two-months") String key,
        @Schema(examples = "1") int edition,
        @Schema(examples = "Two months with a manager") String name,
        JourneyStatus status,

        @Schema(description = "Whether it came with the product", examples = "true")
        boolean builtIn,

        JourneyDefinition definition,
        Instant createdAt,
        @Nullable Instant publishedAt) {

    static JourneyView of(Journey journey) {
        return new JourneyView(
                journey.id,
                journey.version,
                journey.key,
                journey.edition,
                journey.name,
                journey.status,
                journey.builtIn,
                journey.definition,
                journey.createdAt,
                journey.publishedAt);
    }
}
