package dev.rivulet.catalog.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role to add. */
@Schema(examples = """
        {"key": "INTEGRATOR", "name": "System integrator", "sells": true}""")
record PartnerRoleRequest(
        @Schema(description = "Unique and immutable", examples = "INTEGRATOR")
        @NotNull
        @Pattern(regexp = PartnerRoleRequest.KEY, message = "{role-key-format}")
        String key,

        @Schema(examples = "System integrator") @NotBlank @Size(max = 100, message = "{text-too-long}")
        String name,

        @Schema(description = "Whether it sells on, and so becomes active only with a certified seller") @NotNull
        Boolean sells) {

    static final String KEY = "[A-Z][A-Z0-9_]{0,39}";
}
