package dev.rivulet.catalog.segment;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A segment, whole. */
@Schema(examples = """
        {"name": "HR heads who lose trained people", "function": "HR_HEAD",
         "problem": "We train people for months and see no change in how they work", "companySize": "M",
         "industries": ["retail", "banking"]}""")
record SegmentRequest(
        @Schema(examples = "HR heads who lose trained people") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @Schema(
                description = "Who has the problem: HR_HEAD, CEO, QUALITY_DIRECTOR, LINE_MANAGER or another function",
                examples = "HR_HEAD")
        @NotBlank
        @Size(max = 60, message = "{text-too-long}")
        String function,

        @Schema(
                description = "The pain in their words",
                examples = "We train people for months and see no change in how they work")
        @NotBlank
        @Size(max = 1_000, message = "{text-too-long}")
        String problem,

        @Schema(description = "Small, medium or large") @NotNull
        CompanySize companySize,

        @Schema(
                description = "Empty when the problem is the same in all of them",
                examples = "[\"retail\", \"banking\"]")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 20, message = "{list-too-long}")
        List<@NotBlank @Size(max = 60, message = "{text-too-long}") String> industries) {

    static SegmentRequest of(Segment segment) {
        return new SegmentRequest(
                segment.name, segment.function, segment.problem, segment.companySize, segment.industries);
    }
}
