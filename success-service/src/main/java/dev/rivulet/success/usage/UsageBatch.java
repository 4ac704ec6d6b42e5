package dev.rivulet.success.usage;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events taken as they come: each is judged for itself, so that one bad event does not refuse the others. */
@Schema(name = "UsageBatch")
public record UsageBatch(
        @NotNull
        @Size(min = 1, max = UsageBatch.MAX, message = "{batch-size}")
        @Schema(type = SchemaType.ARRAY, implementation = UsageEvent.class, minItems = 1, maxItems = UsageBatch.MAX)
        List<JsonNode> events) {

    static final int MAX = 1_000;
}
