package dev.rivulet.catalog.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product to add. */
record ProductRequest(
        @Schema(description = "Human identifier, unique and immutable", examples = "soft-skills")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String key,

        @Schema(examples = "Soft skills trainer") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @NotNull ProductKind kind,

        @Schema(examples = "Daily ten-minute exercises with measured progress")
        @Size(max = 2_000, message = "{text-too-long}")
        @Nullable
        String description,

        @Schema(description = "IDEA for a product that is not on sale yet; ACTIVE when left out") @Nullable
        ProductStatus status) {}
