package dev.rivulet.catalog.coverage;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product for a segment: what is there and what is missing. */
@Schema(name = "CoverageCell")
record Cell(
        UUID productId,
        @Schema(examples = "Soft skills trainer") String productName,
        UUID segmentId,

        @Schema(examples = "HR heads who lose trained people")
        String segmentName,

        List<Asset> present,
        List<Asset> missing,

        @Schema(description = "Deals open there now", examples = "3")
        long openDeals) {}
