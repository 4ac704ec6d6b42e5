package dev.rivulet.catalog.coverage;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product's row of the coverage matrix. */
@Schema(name = "CoverageRow")
record RowView(
        UUID productId,
        @Schema(examples = "Soft skills trainer") String productName,

        @Schema(description = "One for each segment, in the order they were added")
        List<Cell> cells) {}
