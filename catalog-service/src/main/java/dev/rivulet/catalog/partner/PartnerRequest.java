package dev.rivulet.catalog.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner to be, found but not won yet. */
@Schema(examples = """
        {"key": "alpenland", "name": "Alpenland IT", "role": "RESELLER", "tier": "gold",
         "territory": {"countries": ["DE", "AT"], "regions": ["CH-ZH"]}, "manager": "mila.horn@acme.example"}""")
record PartnerRequest(
        @Schema(description = "Human identifier, unique and immutable", examples = "alpenland")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String key,

        @Schema(examples = "Alpenland IT") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @Schema(
                description = "VENDOR, DISTRIBUTOR, RESELLER, CONSUMER or one added at /partner-roles",
                examples = "RESELLER")
        @NotNull
        String role,

        @Schema(description = "As price books name it", examples = "gold")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String tier,

        @Schema(description = "Nowhere when left out; it has to be somewhere before the partner is active")
        @Valid
        @Nullable
        Territory territory,

        @Schema(
                description = "Who in the company looks after the partner; someone has to before it is trained",
                examples = "mila.horn@acme.example")
        @Size(max = 200, message = "{text-too-long}")
        @Nullable
        String manager) {

    PartnerChange terms() {
        return new PartnerChange(name, role, tier, territory, manager);
    }
}
