package dev.rivulet.catalog.product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An interview. */
@Schema(name = "Interview")
record InterviewView(
        UUID id,
        UUID productId,
        @Schema(examples = "Anna Berger, Northwind") String interviewee,
        @Schema(examples = "HR_HEAD") String function,

        @Schema(examples = "Nobody remembers the training after a month", description = "In the client's own words")
        String pain,

        LocalDate heldOn,

        @Schema(description = "The user of the token", examples = "sales@acme")
        String recordedBy,

        Instant recordedAt) {

    static InterviewView of(Interview interview) {
        return new InterviewView(
                interview.id,
                interview.productId,
                interview.interviewee,
                interview.function,
                interview.pain,
                interview.heldOn,
                interview.recordedBy,
                interview.recordedAt);
    }
}
