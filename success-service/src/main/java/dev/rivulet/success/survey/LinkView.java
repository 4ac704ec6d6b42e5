package dev.rivulet.success.survey;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The way to an answer page. */
@Schema(name = "SurveyLink")
record LinkView(
        @Schema(
                examples = "http://localhost:8083/survey-pages/demo.PqkYbbV0S4a5OqU8-0P2pXbq7Rj1m2c3d4e5f6g7h8i",
                description = "Answers once, in the name of the person invited; shown only now")
        String link,

        Instant expiresAt) {}
