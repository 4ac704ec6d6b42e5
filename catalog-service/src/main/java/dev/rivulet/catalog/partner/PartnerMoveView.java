package dev.rivulet.catalog.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.partner.domain.PartnerStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of a partner through the cycle. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartnerMove")
record PartnerMoveView(
        UUID id,
        PartnerStatus from,
        PartnerStatus to,

        @Schema(examples = "No reply for three months") @Nullable
        String reason,

        @Schema(description = "Subject of the token", examples = "sales@acme")
        String movedBy,

        Instant movedAt) {

    static PartnerMoveView of(PartnerMove move) {
        return new PartnerMoveView(move.id, move.from, move.to, move.reason, move.movedBy, move.movedAt);
    }
}
