package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value proposition, whole. */
@Schema(examples = """
        {"productId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f",
         "segmentId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c073990", "locale": "en",
         "audience": "HR heads who prepare next year's training budget",
         "oneLiner": "The fastest soft-skills training of employees",
         "pains": ["Trainings cost a lot and nothing changes afterwards"],
         "needs": ["To see who has learned what"],
         "solution": "Ten minutes a day on the phone, a coach once a week, a measured score",
         "arguments": [{"against": "TRADITIONAL_WAY", "text":
          "A two-day training is forgotten in a month; ten minutes a day stay"}],
         "proof": ["A retailer of 400 people: from 48 to 71 points in ten weeks"],
         "benefit": {"metric": "soft-skills-score", "unit": "points", "baseline": "52", "target": "70",
          "withinDays": 90}}""")
record PropositionRequest(
        @NotNull UUID productId,

        @NotNull UUID segmentId,

        @Schema(description = "Language of the texts; en when left out", examples = "en")
        @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?", message = "{locale-format}")
        @Nullable
        String locale,

        @Schema(
                description = "Whom of the segment it speaks to; the whole segment when left out",
                examples = "HR heads who prepare next year's training budget")
        @Size(max = 500, message = "{text-too-long}")
        @Nullable
        String audience,

        @Schema(description = "The client in one line", examples = "The fastest soft-skills training of employees")
        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        String oneLiner,

        @Schema(
                description = "Pains and needs in the client's own words, 1 to 10",
                examples = "[\"Trainings cost a lot and nothing changes afterwards\"]")
        @NotEmpty
        @Size(max = 10, message = "{list-too-long}")
        List<@NotBlank @Size(max = 500, message = "{text-too-long}") String> pains,

        @Schema(
                description = "What they want instead, in their own words",
                examples = "[\"To see who has learned what\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 10, message = "{list-too-long}")
        List<@NotBlank @Size(max = 500, message = "{text-too-long}") String> needs,

        @Schema(
                description = "The solution in plain words",
                examples = "Ten minutes a day on the phone, a coach once a week, a measured score")
        @NotBlank
        @Size(max = 2_000, message = "{text-too-long}")
        String solution,

        @Schema(description = "Against the traditional way and against competitors")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotNull @Valid Argument> arguments,

        @Schema(
                description = "Success stories in a sentence",
                examples = "[\"A retailer of 400 people: from 48 to 71 points in ten weeks\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotBlank @Size(max = 1_000, message = "{text-too-long}") String> proof,

        @Schema(description = "Success stories told in full")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotNull UUID> caseStudyIds,

        @NotNull @Valid Benefit benefit) {

    static PropositionRequest of(Proposition proposition) {
        return new PropositionRequest(
                proposition.productId,
                proposition.segmentId,
                proposition.locale,
                proposition.audience,
                proposition.oneLiner,
                proposition.pains,
                proposition.needs,
                proposition.solution,
                proposition.arguments,
                proposition.proof,
                proposition.caseStudyIds,
                proposition.benefit);
    }
}
