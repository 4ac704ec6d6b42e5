package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.WaveStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A survey sent, or to be sent, to an audience. */
@Schema(name = "SurveyWave")
record WaveView(
        UUID id,
        UUID surveyId,

        @Schema(examples = "1", description = "Of the questions; that of the day it is sent")
        int revision,

        WaveStatus status,
        @Schema(examples = "Europe/Berlin") String zone,

        @Schema(examples = "2025-04-01", description = "In its zone")
        LocalDate startsOn,

        @Schema(nullable = true, examples = "3") @Nullable Integer everyMonths,

        @Schema(examples = "0", description = "0 for the first of recurring waves")
        int occurrence,

        @Schema(examples = "14") int openDays,
        @Schema(type = SchemaType.STRING, examples = "0.25") String share,
        Audience audience,

        @Schema(examples = "120", description = "People in the audience when it was sent")
        int candidates,

        @Schema(examples = "30", description = "Of these, drawn")
        int sampled,

        @Schema(examples = "27", description = "Of these, asked; the others were asked something too recently")
        int invited,

        @Schema(
                nullable = true,
                examples = "2025-04-14T22:00:00Z",
                description = "When links stop to work; null before it is sent")
        @Nullable
        Instant endsAt) {

    static WaveView of(SurveyWave wave, Audience audience) {
        return new WaveView(
                wave.id,
                wave.surveyId,
                wave.revision,
                wave.status,
                wave.zone,
                wave.startsOn,
                wave.everyMonths,
                wave.occurrence,
                wave.openDays,
                plain(wave.share),
                audience,
                wave.candidates,
                wave.sampled,
                wave.invited,
                wave.endsAt);
    }

    private static String plain(BigDecimal share) {
        return share.stripTrailingZeros().toPlainString();
    }
}
