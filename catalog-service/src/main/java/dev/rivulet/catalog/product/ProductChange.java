package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.Criticality;
import dev.rivulet.catalog.product.domain.ProductKind;
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

        @Schema(description = "NORMAL when left out") @Nullable
        Criticality criticality,

        @Schema(description = REASON, examples = "The customer's own team reviews every change")
        @Size(max = 1_000, message = "{text-too-long}")
        @Nullable
        String overrideReason,

        @Schema(examples = "Daily ten-minute exercises with measured progress")
        @Size(max = 2_000, message = "{text-too-long}")
        @Nullable
        String description) {

    static final String REASON = "Why a key process or architecture is given to outsiders all the same; kept, with who"
            + " said so, while that is the case";

    static ProductChange of(Product product) {
        return new ProductChange(
                product.name,
                product.kind,
                product.criticality,
                product.override == null ? null : product.override.reason(),
                product.description);
    }
}
