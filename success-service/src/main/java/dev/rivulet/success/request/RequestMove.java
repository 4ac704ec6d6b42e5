package dev.rivulet.success.request;

import dev.rivulet.success.request.domain.RequestStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What becomes of a request. */
@Schema(name = "RequestMove", examples = """
        {"status": "PLANNED", "reason": "In the spring edition"}""")
public record RequestMove(
        @NotNull @Schema(examples = "PLANNED") RequestStatus status,

        @Size(max = 2_000, message = "{text-too-long}")
        @Schema(examples = "In the spring edition", description = "Needed to decline")
        @Nullable
        String reason) {

    @Nullable
    String cleanReason() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
