package dev.rivulet.catalog.plan;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a version is to be published. */
record PublicationRequest(
        @Schema(description = "NEW_ONLY when left out") @Valid @Nullable
        Rollout rollout) {}
