package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why this and not what the customer does today, or what a competitor sells. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Argument(
        @NotNull Rival against,

        @Schema(examples = "A two-day training is forgotten in a month; ten minutes a day stay")
        @NotBlank
        @Size(max = 500, message = "{text-too-long}")
        String text,

        @Schema(description = "The competitor or alternative it is against") @Nullable
        UUID competitorId) {

    enum Rival {
        TRADITIONAL_WAY,
        COMPETITOR
    }
}
