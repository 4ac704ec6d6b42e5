package dev.rivulet.success.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to put into a request: another request, or words of customers. */
@Schema(name = "RequestMergeOrder", examples = """
        {"feedbackIds": ["0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f78"]}""")
public record MergeOrder(
        @Schema(description = "A request of the same product, which this one stands for from then on") @Nullable
        UUID requestId,

        @Size(min = 1, max = 200, message = "{merge-size}")
        @Schema(
                examples = "[\"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f78\"]",
                description = "Wishes for the same product that are in no request yet")
        @Nullable
        List<@NotNull UUID> feedbackIds) {}
