package dev.rivulet.catalog.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of a product: not its key, and its status only by a transition. */
record ProductChange(
        @Schema(examples = "Soft skills trainer") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @NotNull ProductKind kind,

        @Schema(examples = "Daily ten-minute exercises with measured progress")
        @Size(max = 2_000, message = "{text-too-long}")
        @Nullable
        String description) {}
