package dev.rivulet.subscription.dunning;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy; one of a tenant's is in force. */
@Schema(name = "DunningPolicy")
public record PolicyView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf9d13")
        UUID id,

        @Schema(examples = "true", description = "Whether it is in force")
        boolean active,

        PolicyRequest policy) {}
