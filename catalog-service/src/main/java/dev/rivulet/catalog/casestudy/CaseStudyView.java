package dev.rivulet.catalog.casestudy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case study, as our own people see it: with the name whatever the consent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CaseStudy")
record CaseStudyView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this case study with")
        long version,

        UUID productId,
        @Nullable UUID segmentId,

        @Schema(description = "The proposition whose promise was confirmed, for a draft that came from there") @Nullable
        UUID propositionId,

        @Nullable UUID promiseId,
        @Nullable UUID accountId,
        CaseStudyStatus status,

        @Schema(examples = "From 48 to 71 points in ten weeks")
        String title,

        @Schema(examples = "Northwind Logistics") @Nullable String customer,

        @Schema(examples = "Trained people left within a year") @Nullable
        String problem,

        @Schema(examples = "Every shift leader trained ten minutes a day") @Nullable
        String story,

        @Schema(examples = "71 points instead of 48") @Nullable
        String result,

        Consent consent,

        @Schema(examples = "Anna Berg, HR director") @Nullable
        String consentGivenBy,

        @Nullable LocalDate consentGivenOn,
        Instant createdAt,
        @Nullable Instant publishedAt) {

    static CaseStudyView of(CaseStudy study) {
        return new CaseStudyView(
                study.id,
                study.version,
                study.productId,
                study.segmentId,
                study.propositionId,
                study.promiseId,
                study.accountId,
                study.status,
                study.title,
                study.customer,
                study.problem,
                study.story,
                study.result,
                study.consent,
                study.consentGivenBy,
                study.consentGivenOn,
                study.createdAt,
                study.publishedAt);
    }
}
