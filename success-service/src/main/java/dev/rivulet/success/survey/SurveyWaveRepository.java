package dev.rivulet.success.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SurveyWaveRepository implements PanacheRepositoryBase<SurveyWave, UUID> {

    List<SurveyWave> page(UUID survey, UUID after, int limit) {
        return find("surveyId = ?1 and id > ?2 order by id", survey, after)
                .page(0, limit)
                .list();
    }

    List<UUID> unfinished(UUID survey) {
        return getEntityManager()
                .createQuery(
                        "select id from SurveyWave where surveyId = :survey and status in (SCHEDULED, OPEN) order by id",
                        UUID.class)
                .setParameter("survey", survey)
                .getResultList();
    }

    /** A wave that waits for a day in its zone. */
    record Waiting(UUID id, String zone, LocalDate startsOn) {}

    /** Whose day may have come somewhere; whether it has, their zones tell. */
    List<Waiting> scheduledUntil(LocalDate day) {
        return getEntityManager()
                .createQuery(
                        "select id, zone, startsOn from SurveyWave where status = SCHEDULED and startsOn <= :day"
                                + " order by startsOn, id",
                        Waiting.class)
                .setParameter("day", day)
                .getResultList();
    }

    List<UUID> over(Instant now) {
        return getEntityManager()
                .createQuery("select id from SurveyWave where status = OPEN and endsAt <= :now order by id", UUID.class)
                .setParameter("now", now)
                .getResultList();
    }
}
