package dev.rivulet.catalog.playbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step of a sale: what for, in which words, and when it is done. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlaybookStep")
record Step(
        @Schema(description = "What the step is for", examples = "Hear the pain in the client's own words")
        @NotBlank
        @Size(max = 300, message = "{text-too-long}")
        String goal,

        @Schema(
                description = "What the seller says and does",
                examples = "Ask: what changed after your last training? Then listen.")
        @NotBlank
        @Size(max = 10_000, message = "{text-too-long}")
        String script,

        @Schema(
                description = "What must be true before the next step",
                examples = "The client has named a figure that should move")
        @NotBlank
        @Size(max = 500, message = "{text-too-long}")
        String exitCriterion,

        @Schema(
                description = "Where the presentation, the calculator or the sheet for this step is",
                examples = "https://assets.example.com/soft-skills/interview.pdf")
        @Size(max = 2_000, message = "{text-too-long}")
        @Pattern(regexp = "https?://\\S+", message = "{link-format}")
        @Nullable
        String asset) {}
