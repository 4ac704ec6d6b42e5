package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.Gate;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A waiver. */
@Schema(name = "Waiver")
record WaiverView(
        UUID id,
        UUID productId,
        Gate gate,

        @Schema(examples = "The founder sold it for ten years elsewhere")
        String reason,

        @Schema(description = "The user of the token", examples = "admin@acme")
        String signedBy,

        Instant signedAt) {

    static WaiverView of(Waiver waiver) {
        return new WaiverView(
                waiver.id, waiver.productId, waiver.gate, waiver.reason, waiver.signedBy, waiver.signedAt);
    }
}
