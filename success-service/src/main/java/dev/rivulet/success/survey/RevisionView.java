package dev.rivulet.success.survey;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a survey asked, or asks. */
@Schema(name = "SurveyRevision")
record RevisionView(@Schema(examples = "1") int revision, Questions questions, Instant createdAt) {

    static RevisionView of(SurveyRevision revision) {
        return new RevisionView(revision.revision, Questions.of(revision), revision.createdAt);
    }
}
