package dev.rivulet.catalog.linter;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.rivulet.catalog.linter.domain.Pitch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Texts to look at before anything is saved; all of them may be left out. */
@Schema(name = "PropositionLintRequest", examples = """
        {"function": "HR_HEAD", "audience": "HR heads of retail chains",
         "oneLiner": "The fastest soft-skills training of employees",
         "pains": ["Trainings cost a lot and nothing changes afterwards"],
         "solution": "A complex end-to-end platform",
         "arguments": [{"against": "TRADITIONAL_WAY", "text": "A two-day training is forgotten in a month"}]}""")
record PitchRequest(
        @Schema(description = "Of the person it speaks to", examples = "HR_HEAD")
        @Size(max = 60, message = "{text-too-long}")
        @Nullable
        String function,

        @Schema(examples = "HR heads of retail chains") @Size(max = 500, message = "{text-too-long}") @Nullable
        String audience,

        @Schema(examples = "The fastest soft-skills training of employees")
        @Size(max = 200, message = "{text-too-long}")
        @Nullable
        String oneLiner,

        @Schema(examples = "[\"Trainings cost a lot and nothing changes afterwards\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 10, message = "{list-too-long}")
        List<@NotNull @Size(max = 500, message = "{text-too-long}") String> pains,

        @Schema(examples = "[\"To see who has learned what\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 10, message = "{list-too-long}")
        List<@NotNull @Size(max = 500, message = "{text-too-long}") String> needs,

        @Schema(examples = "A complex end-to-end platform") @Size(max = 2_000, message = "{text-too-long}") @Nullable
        String solution,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @Size(max = 20, message = "{list-too-long}")
        List<@NotNull @Valid Argument> arguments,

        @Schema(examples = "[\"A retailer of 400 people: from 48 to 71 points in ten weeks\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotNull @Size(max = 1_000, message = "{text-too-long}") String> proof) {

    /** Only its text is looked at. */
    @Schema(name = "PropositionLintArgument")
    record Argument(
            @Schema(examples = "TRADITIONAL_WAY") @Size(max = 60, message = "{text-too-long}") @Nullable
            String against,

            @Schema(examples = "A two-day training is forgotten in a month")
            @NotBlank
            @Size(max = 500, message = "{text-too-long}")
            String text) {}

    Pitch pitch() {
        return new Pitch(
                Objects.requireNonNullElse(function, ""),
                Objects.requireNonNullElse(audience, ""),
                Objects.requireNonNullElse(oneLiner, ""),
                pains,
                needs,
                Objects.requireNonNullElse(solution, ""),
                arguments.stream().map(Argument::text).toList(),
                proof,
                0);
    }
}
