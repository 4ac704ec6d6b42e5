package dev.rivulet.success.usage;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events taken as they come: each is judged for itself, so that one bad event does not refuse the others. */
@Schema(name = "UsageBatch", examples = """
        {"events": [{"id": "evt-2025-03-01-000017", "source": "/acme/learning-portal",
         "accountId": "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60", "userId": "user-4711", "metric": "lesson-completed",
         "feature": "soft-skills", "quantity": "1", "occurredAt": "2025-03-01T09:30:00Z"}]}""")
public record UsageBatch(
        @NotNull
        @Size(min = 1, max = UsageBatch.MAX, message = "{batch-size}")
        @Schema(type = SchemaType.ARRAY, implementation = UsageEvent.class, minItems = 1, maxItems = UsageBatch.MAX)
        List<JsonNode> events) {

    static final int MAX = 1_000;
}
