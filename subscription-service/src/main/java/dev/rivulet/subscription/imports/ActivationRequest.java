package dev.rivulet.subscription.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That an import is to become real. */
@Schema(name = "ImportActivation", examples = """
        {"withoutRefused": true}""")
record ActivationRequest(
        @Nullable @Schema(examples = "true", description = "Goes on although lines were refused; false if absent")
        Boolean withoutRefused) {}
