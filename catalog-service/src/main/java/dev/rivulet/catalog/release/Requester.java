package dev.rivulet.catalog.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who asked for what is in a release; accounts and feedback belong to the other services. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Requester(
        @Schema(description = "The account, of subscription-service") @NotNull
        UUID accountId,

        @Schema(description = "What it asked with, of success-service") @Nullable
        UUID feedbackId) {}
