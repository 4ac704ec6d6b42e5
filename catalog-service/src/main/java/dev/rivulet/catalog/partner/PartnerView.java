package dev.rivulet.catalog.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.partner.domain.PartnerStatus;
import dev.rivulet.catalog.partner.domain.Trust;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Partner")
record PartnerView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this partner with")
        long version,

        @Schema(examples = "alpenland") @Nullable String key,
        @Schema(examples = "Alpenland IT") String name,
        @Schema(examples = "RESELLER") String role,
        @Schema(examples = "gold") @Nullable String tier,
        Territory territory,

        @Schema(examples = "mila.horn@acme.example") @Nullable
        String manager,

        PartnerStatus status,
        Instant statusSince,
        @Nullable Contract contract,

        @Schema(description = "People with a certification on a playbook as it is published now")
        int certifiedPersons,

        @Schema(
                description = "Active, and with a certified person if its role sells: false again when a new version of"
                        + " the playbook is out and nobody knows it yet")
        boolean maySell,

        @Schema(description = "At least 3 clients' word that is not a year old (UTC)")
        Trust trust,

        Instant createdAt) {

    static PartnerView of(Partner partner, Standing standing) {
        return new PartnerView(
                partner.id,
                partner.version,
                partner.key,
                partner.name,
                partner.role,
                partner.tier,
                partner.territory,
                partner.manager,
                partner.status,
                partner.statusSince,
                partner.contract,
                standing.certifiedPersons(),
                partner.status == PartnerStatus.ACTIVE && standing.isTrained(),
                standing.trust(),
                partner.createdAt);
    }
}
