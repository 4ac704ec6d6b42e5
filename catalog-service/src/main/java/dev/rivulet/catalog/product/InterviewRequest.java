package dev.rivulet.catalog.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An interview to record. */
@Schema(examples = """
        {"interviewee": "Anna Berger, Northwind", "function": "HR_HEAD",
         "pain": "We train people for months and see no change in how they work", "heldOn": "2026-02-03"}""")
record InterviewRequest(
        @Schema(description = "Who spoke, by name or by company", examples = "Anna Berger, Northwind")
        @NotBlank
        @Size(max = 200, message = "{text-too-long}")
        String interviewee,

        @Schema(description = "The function of the one who spoke", examples = "HR_HEAD")
        @NotBlank
        @Size(max = 60, message = "{text-too-long}")
        String function,

        @Schema(
                description = "The pain in the client's own words",
                examples = "We train people for months and see no change in how they work")
        @NotBlank
        @Size(max = 2_000, message = "{text-too-long}")
        String pain,

        @Schema(description = "Local day, not in the future", examples = "2026-02-03") @NotNull
        LocalDate heldOn) {

    static InterviewRequest of(Interview interview) {
        return new InterviewRequest(interview.interviewee, interview.function, interview.pain, interview.heldOn);
    }
}
