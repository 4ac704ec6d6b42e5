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

        @Schema(
                nullable = true,
                examples = "0197a3f0-5c1d-7e3f-9a52-6f1fac6b7a11",
                description = "Set here, or that of its latest subscription, or of its latest deal")
        @Nullable
        UUID segmentId,

        @Schema(
                nullable = true,
                examples = "0197a3f0-6d2e-7f40-8b63-702fbd7c8b22",
                description = "Through whom it was sold")
        @Nullable
        UUID partnerId,

        @Schema(nullable = true) @Nullable UUID sponsorContactId,
        @Schema(examples = "{\"industry\":\"logistics\"}") Map<String, String> attributes) {}
