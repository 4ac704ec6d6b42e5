package dev.rivulet.success.survey;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.survey.domain.Recurrence;
import dev.rivulet.success.survey.domain.SurveyStatus;
import dev.rivulet.success.survey.domain.WaveStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends surveys out on their days, and ends them. */
@ApplicationScoped
@Transactional
class Waves {

    private static final int USUAL_OPEN_DAYS = 14;

    private final SurveyRepository surveys;
    private final SurveyWaveRepository waves;
    private final People people;
    private final Invitations invitations;
    private final TenantClock clock;
    private final ClockGate gate;
    private final ClockedTenants clocked;
    private final Portfolio portfolio;

    Waves(
            SurveyRepository surveys,
            SurveyWaveRepository waves,
            People people,
            Invitations invitations,
            TenantClock clock,
            ClockGate gate,
            ClockedTenants clocked,
            Portfolio portfolio) {
        this.surveys = surveys;
        this.waves = waves;
        this.people = people;
        this.invitations = invitations;
        this.clock = clock;
        this.gate = gate;
        this.clocked = clocked;
        this.portfolio = portfolio;
    }

    WaveView schedule(UUID id, WaveRequest request) {
        var zone = zone(request.zone());
        request.audience().check();
        if (request.audience().people() != null) {
            request.audience().people().forEach(person -> portfolio.require(person.accountId()));
        }
        gate.hold();
        var survey = surveys.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (survey == null) {
            throw Rejected.notFound("survey", id);
        }
        if (survey.status != SurveyStatus.ACTIVE) {
            throw Rejected.conflict("survey-not-active", survey.status);
        }
        if (survey.anonymous) {
            people.requireContacts(request.audience());
        }
        var today = clock.today(zone);
        var wave = new SurveyWave();
        wave.surveyId = id;
        wave.revision = survey.revision;
        wave.status = WaveStatus.SCHEDULED;
        wave.zone = zone.getId();
        wave.firstOn = request.startsOn() == null || request.startsOn().isBefore(today) ? today : request.startsOn();
        wave.everyMonths = request.everyMonths();
        wave.startsOn = wave.firstOn;
        wave.openDays = request.openDays() == null ? USUAL_OPEN_DAYS : request.openDays();
        wave.audience = request.audience();
        wave.share = request.share() == null ? BigDecimal.ONE : request.share();
        waves.persistAndFlush(wave);
        clocked.remember();
        if (!wave.startsOn.isAfter(today)) {
            open(wave, survey, today);
        }
        return seen(wave);
    }

    /** The people named are those of customers that the caller sees. */
    private WaveView seen(SurveyWave wave) {
        return WaveView.of(wave, portfolio.accounts().map(wave.audience::within).orElse(wave.audience));
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Rejected.invalid("zone-unknown", "/zone");
        }
    }

    /** Locked by its survey, or by itself. */
    private void open(SurveyWave wave, Survey survey, LocalDate today) {
        if (wave.everyMonths != null) {
            var recurrence = new Recurrence(wave.firstOn, wave.everyMonths);
            wave.occurrence = recurrence.latestDue(wave.occurrence, today);
            wave.startsOn = recurrence.date(wave.occurrence);
            waves.persist(following(wave, recurrence));
        }
        wave.status = WaveStatus.OPEN;
        wave.revision = survey.revision;
        wave.endsAt =
                today.plusDays(wave.openDays).atStartOfDay(ZoneId.of(wave.zone)).toInstant();
        invitations.send(survey, wave);
        waves.flush();
    }

    private static SurveyWave following(SurveyWave wave, Recurrence recurrence) {
        var next = new SurveyWave();
        next.surveyId = wave.surveyId;
        next.revision = wave.revision;
        next.status = WaveStatus.SCHEDULED;
        next.zone = wave.zone;
        next.firstOn = wave.firstOn;
        next.everyMonths = wave.everyMonths;
        next.occurrence = wave.occurrence + 1;
        next.startsOn = recurrence.date(next.occurrence);
        next.openDays = wave.openDays;
        next.audience = wave.audience;
        next.share = wave.share;
        return next;
    }

    /** Opens or ends one wave whose time has come; false if there is none. */
    boolean advance() {
        gate.hold();
        var now = clock.now();
        for (var waiting : waves.scheduledUntil(LocalDate.ofInstant(now, DayEdges.FIRST))) {
            var today = LocalDate.ofInstant(now, ZoneId.of(waiting.zone()));
            if (!waiting.startsOn().isAfter(today) && openIfScheduled(waiting.id(), today)) {
                return true;
            }
        }
        for (var over : waves.over(now)) {
            var wave = locked(over);
            if (wave.status == WaveStatus.OPEN) {
                end(wave);
                return true;
            }
        }
        return false;
    }

    private boolean openIfScheduled(UUID id, LocalDate today) {
        var wave = locked(id);
        if (wave.status != WaveStatus.SCHEDULED) {
            return false;
        }
        open(wave, surveys.findById(wave.surveyId), today);
        return true;
    }

    WaveView stop(UUID survey, UUID id) {
        gate.hold();
        var wave = waves.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (wave == null || !wave.surveyId.equals(survey)) {
            throw Rejected.notFound("survey wave", id);
        }
        stop(wave);
        return seen(wave);
    }

    /** Of a survey that is closed. */
    void stopAll(UUID survey) {
        waves.unfinished(survey).forEach(wave -> stop(locked(wave)));
    }

    private void stop(SurveyWave wave) {
        var next = wave.status == WaveStatus.SCHEDULED ? WaveStatus.CANCELLED : WaveStatus.ENDED;
        if (!wave.status.mayBecome(next)) {
            throw Rejected.conflict("wave-over", wave.status);
        }
        if (next == WaveStatus.ENDED) {
            wave.endsAt = clock.now();
            end(wave);
        } else {
            wave.status = next;
            waves.flush();
        }
    }

    private void end(SurveyWave wave) {
        wave.status = WaveStatus.ENDED;
        waves.flush();
        invitations.mixAnswers(wave.id);
    }

    List<WaveView> page(UUID survey, UUID after, int limit) {
        if (surveys.findById(survey) == null) {
            throw Rejected.notFound("survey", survey);
        }
        return waves.page(survey, after, limit).stream().map(this::seen).toList();
    }

    private SurveyWave locked(UUID id) {
        return Objects.requireNonNull(waves.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }
}
