package dev.rivulet.catalog.proposition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why this and not what the customer does today, or what a competitor sells. */
record Argument(
        @NotNull Rival against,

        @Schema(examples = "A two-day training is forgotten in a month; ten minutes a day stay")
        @NotBlank
        @Size(max = 500, message = "{text-too-long}")
        String text) {

    enum Rival {
        TRADITIONAL_WAY,
        COMPETITOR
    }
}
