package dev.rivulet.success.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which customers success managers see. */
@Schema(name = "AccessPolicy")
public record AccessPolicyView(
        @Schema(examples = "PORTFOLIO") Sight managersSee,

        @Schema(examples = "1", description = "Quoted, it is the ETag to change this with")
        long version) {}
