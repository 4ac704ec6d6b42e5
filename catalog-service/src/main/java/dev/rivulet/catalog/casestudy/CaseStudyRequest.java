package dev.rivulet.catalog.casestudy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case study, whole; its consent is recorded apart. */
@Schema(examples = """
        {"productId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f",
         "segmentId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c073990", "title": "From 48 to 71 points in ten weeks",
         "customer": "Northwind Logistics",
         "problem": "New team leads avoided the difficult talk until someone left",
         "story": "38 team leads practised ten minutes a day; a coach answered within a day",
         "result": "The assessment rose from 48 to 71 points"}""")
record CaseStudyRequest(
        @NotNull UUID productId,

        @Schema(description = "Left out when the story speaks to every segment of the product") @Nullable
        UUID segmentId,

        @Schema(examples = "From 48 to 71 points in ten weeks") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String title,

        @Schema(description = "Told only where the customer agreed to be named", examples = "Northwind Logistics")
        @Size(max = 200, message = "{text-too-long}")
        @Nullable
        String customer,

        @Schema(examples = "New team leads avoided the difficult talk until someone left")
        @Size(max = 2_000, message = "{text-too-long}")
        @Nullable
        String problem,

        @Schema(examples = "38 team leads practised ten minutes a day; a coach answered within a day")
        @Size(max = 10_000, message = "{text-too-long}")
        @Nullable
        String story,

        @Schema(examples = "The assessment rose from 48 to 71 points")
        @Size(max = 1_000, message = "{text-too-long}")
        @Nullable
        String result) {

    static CaseStudyRequest of(CaseStudy study) {
        return new CaseStudyRequest(
                study.productId,
                study.segmentId,
                study.title,
                study.customer,
                study.problem,
                study.story,
                study.result);
    }
}
