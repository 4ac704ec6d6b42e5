package dev.rivulet.catalog.product;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody's word that something critical is sold for outsiders to do all the same. */
@Embeddable
@Schema(name = "CriticalityOverride")
record CriticalityOverride(
        @Schema(examples = "The customer's own team stays and reviews every change") @Column(name = "override_reason")
        String reason,

        @Schema(description = "The user of the token", examples = "sales@acme") @Column(name = "override_by")
        String by,

        @Column(name = "override_at") Instant at) {}
