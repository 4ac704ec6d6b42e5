package dev.rivulet.success.care;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who looks after a customer, and what is said of it. */
@Schema(name = "Care")
public record CareView(
        UUID accountId,

        @Schema(examples = "3", description = "Quoted, it is the ETag to change this with")
        long version,

        @Schema(nullable = true, examples = "mila.horn@acme.example") @Nullable
        String manager,

        @Schema(nullable = true, description = "Set here, or that of its latest subscription, or of its latest deal")
        @Nullable
        UUID segmentId,

        @Schema(nullable = true, description = "Through whom it was sold") @Nullable
        UUID partnerId,

        @Schema(nullable = true) @Nullable UUID sponsorContactId,
        @Schema(examples = "{\"industry\":\"logistics\"}") Map<String, String> attributes) {}
