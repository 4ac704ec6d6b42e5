package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.Criticality;
import dev.rivulet.catalog.product.domain.ProductKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product to add. */
@Schema(examples = """
        {"key": "soft-skills", "name": "Soft skills trainer", "kind": "SAAS",
         "description": "Daily ten-minute exercises with measured progress", "status": "IDEA"}""")
record ProductRequest(
        @Schema(description = "Human identifier, unique and immutable", examples = "soft-skills")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String key,

        @Schema(examples = "Soft skills trainer") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @NotNull ProductKind kind,

        @Schema(description = "NORMAL when left out") @Nullable
        Criticality criticality,

        @Schema(description = ProductChange.REASON, examples = "The customer's own team reviews every change")
        @Size(max = 1_000, message = "{text-too-long}")
        @Nullable
        String overrideReason,

        @Schema(examples = "Daily ten-minute exercises with measured progress")
        @Size(max = 2_000, message = "{text-too-long}")
        @Nullable
        String description,

        @Schema(
                description = "IDEA for a new product, which has evidence to bring; ACTIVE, also when left out, for one"
                        + " that the company sells already")
        @Nullable
        Beginning status) {

    /** Where a product can begin. */
    @Schema(name = "ProductBeginning")
    enum Beginning {
        IDEA,
        ACTIVE
    }

    ProductChange traits() {
        return new ProductChange(name, kind, criticality, overrideReason, description);
    }
}
