package dev.rivulet.catalog.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feature to add. */
@Schema(examples = """
        {"key": "weekly-report", "name": "Weekly report to the manager"}""")
record FeatureRequest(
        @Schema(description = "Unique within the product, and immutable", examples = "weekly-report")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        String key,

        @Schema(examples = "Weekly report to the manager") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name) {}
