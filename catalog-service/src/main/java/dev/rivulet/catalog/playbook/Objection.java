package dev.rivulet.catalog.playbook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client holds against it, and what to say to that. */
record Objection(
        @Schema(examples = "We already have a trainer") @NotBlank @Size(max = 500, message = "{text-too-long}")
        String objection,

        @Schema(examples = "Keep them: ten minutes a day make what they teach stay, and you see it measured")
        @NotBlank
        @Size(max = 5_000, message = "{text-too-long}")
        String answer) {}
