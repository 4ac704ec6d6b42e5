package dev.rivulet.success.access;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's decision. */
@Schema(name = "AccessPolicyRequest", examples = """
        {"managersSee": "PORTFOLIO"}""")
public record AccessPolicyRequest(
        @NotNull @Schema(examples = "PORTFOLIO") Sight managersSee) {}
