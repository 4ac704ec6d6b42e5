package dev.rivulet.catalog.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.partner.domain.Trust;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client who can vouch for a partner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartnerReference")
record ReferenceView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to confirm this reference with")
        long version,

        UUID partnerId,
        @Schema(examples = "Bergbahn AG") String client,

        @Schema(examples = "Jonas Leitner, +49 30 1234567") @Nullable
        String contact,

        @Schema(examples = "olga@rivulet.example") @Nullable String confirmedBy,

        @Schema(description = "The client's last word; absent until the first") @Nullable
        LocalDate confirmedOn,

        @Schema(description = "The first day on which it does not count any more") @Nullable
        LocalDate countsUntil) {

    static ReferenceView of(Reference reference) {
        return new ReferenceView(
                reference.id,
                reference.version,
                reference.partnerId,
                reference.client,
                reference.contact,
                reference.confirmedBy,
                reference.confirmedOn,
                reference.confirmedOn == null ? null : Trust.end(reference.confirmedOn));
    }
}
