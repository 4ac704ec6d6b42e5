package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value proposition, whole. */
record PropositionRequest(
        @NotNull UUID productId,

        @NotNull UUID segmentId,

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
                description = "Success stories",
                examples = "[\"A retailer of 400 people: from 48 to 71 points in ten weeks\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotBlank @Size(max = 1_000, message = "{text-too-long}") String> proof,

        @NotNull @Valid Benefit benefit) {

    static PropositionRequest of(Proposition proposition) {
        return new PropositionRequest(
                proposition.productId,
                proposition.segmentId,
                proposition.oneLiner,
                proposition.pains,
                proposition.solution,
                proposition.arguments,
                proposition.proof,
                proposition.benefit);
    }
}
