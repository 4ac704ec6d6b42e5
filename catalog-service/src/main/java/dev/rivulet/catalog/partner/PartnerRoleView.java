package dev.rivulet.catalog.partner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role that a partner can have. */
@Schema(name = "PartnerRole")
record PartnerRoleView(
        @Schema(examples = "RESELLER") String key,
        @Schema(examples = "Reseller") String name,

        @Schema(description = "Whether it sells on, and so becomes active only with a certified seller")
        boolean sells,

        @Schema(description = "Whether every tenant has it") boolean builtIn) {

    static PartnerRoleView of(BuiltInRole role) {
        return new PartnerRoleView(role.name(), role.title, role.sells, true);
    }

    static PartnerRoleView of(PartnerRole role) {
        return new PartnerRoleView(role.key, role.name, role.sells, false);
    }
}
