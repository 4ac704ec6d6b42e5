package dev.rivulet.catalog.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A seller: a legal entity with the codes it is registered for. */
@Schema(name = "Seller")
record SellerView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this seller with")
        long version,

        @Schema(examples = "northwind-shop") String key,
        @Schema(examples = "Northwind Shop LLC") String name,
        UUID editionId,
        @Schema(examples = "62.09") String mainCode,
        @Schema(examples = "[\"47.91\"]") List<String> additionalCodes,
        List<Licence> licences,
        Instant createdAt) {

    static SellerView of(Seller seller) {
        return new SellerView(
                seller.id,
                seller.version,
                seller.key,
                seller.name,
                seller.editionId,
                seller.mainCode,
                seller.additionalCodes,
                seller.licences,
                seller.createdAt);
    }
}
