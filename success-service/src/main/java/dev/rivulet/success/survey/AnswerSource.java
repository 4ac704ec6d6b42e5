package dev.rivulet.success.survey;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The mean over people of each one's latest answer to one kind of question, as old as the latest of them. */
record AnswerSource(Component component, SurveyKind kind, AnswerFigures figures, TenantClock clock)
        implements ScoreSource {

    @Override
    public Map<UUID, Reading> read(Map<UUID, LocalDate> todays) {
        var readings = new HashMap<UUID, Reading>();
        figures.latest(kind, todays.keySet(), Instant.EPOCH, clock.now())
                .forEach((account, latest) -> readings.put(account, new Reading(latest.mean(), latest.answeredAt())));
        return readings;
    }
}
