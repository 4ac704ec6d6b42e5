package dev.rivulet.success.survey;

import static java.util.stream.Collectors.toCollection;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.erasure.ErasedPeople;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.events.SurveyInvitationSent;
import dev.rivulet.success.page.PageLinks;
import dev.rivulet.success.page.PageToken;
import dev.rivulet.success.survey.domain.Sample;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Invites an audience: draws the sample, leaves out whom something else was asked too recently, and hands out links. */
@Singleton
class Invitations {

    /** Where the answer pages are. */
    static final String PAGE = "survey-pages";

    private static final int CHUNK = 1_000;

    private final People people;
    private final ErasedPeople erased;
    private final SurveyRevisionRepository revisions;
    private final SurveySettings settings;
    private final Customers customers;
    private final Tenants tenants;
    private final TenantClock clock;
    private final PageLinks links;
    private final Sql sql;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Event<SurveyInvited> invited;

    Invitations(
            People people,
            ErasedPeople erased,
            SurveyRevisionRepository revisions,
            SurveySettings settings,
            Customers customers,
            Tenants tenants,
            TenantClock clock,
            PageLinks links,
            Sql sql,
            Outbox outbox,
            Timeline timeline,
            Event<SurveyInvited> invited) {
        this.people = people;
        this.erased = erased;
        this.revisions = revisions;
        this.settings = settings;
        this.customers = customers;
        this.tenants = tenants;
        this.clock = clock;
        this.links = links;
        this.sql = sql;
        this.outbox = outbox;
        this.timeline = timeline;
        this.invited = invited;
    }

    /** An invitation and its link, which is not kept. */
    private record Letter(UUID id, Person person, PageToken token) {}

    /** Once the customers are locked nobody at them is erased: who was until then is not asked. */
    void send(Survey survey, SurveyWave wave) {
        var candidates = people.of(wave.audience);
        var sample = new Sample(wave.id, wave.share);
        var sampled = candidates.stream()
                .filter(person -> sample.includes(person.accountId(), person.respondent()))
                .toList();
        var todays = customers.lock(sampled.stream().map(Person::accountId).collect(toCollection(TreeSet::new)));
        var gone = erased.among(sampled.stream()
                .flatMap(person -> Stream.ofNullable(person.contact()))
                .toList());
        var present = sampled.stream()
                .filter(person -> todays.containsKey(person.accountId()))
                .filter(person -> Stream.ofNullable(person.contact()).noneMatch(gone::contains))
                .toList();
        var asked = new ArrayList<Person>();
        for (var from = 0; from < present.size(); from += CHUNK) {
            var claimed = claim(present.subList(from, Math.min(from + CHUNK, present.size())), todays);
            write(survey, wave, claimed);
            asked.addAll(claimed);
        }
        wave.candidates = candidates.size();
        wave.sampled = sampled.size();
        wave.invited = asked.size();
    }

    /**
     * Those who may be asked today, where they are, and now have been: whoever else asks at the same moment waits and
     * finds so.
     */
    private List<Person> claim(List<Person> persons, Map<UUID, LocalDate> todays) {
        return sql.query(
                "INSERT INTO survey_asked AS known (tenant_id, account_id, respondent, asked_on)"
                        + " SELECT ?, account, respondent, today FROM unnest(?::date[], ?::uuid[], ?::text[])"
                        + " person (today, account, respondent)"
                        + " ORDER BY account, respondent ON CONFLICT (tenant_id, account_id, respondent)"
                        + " DO UPDATE SET asked_on = excluded.asked_on WHERE known.asked_on <= excluded.asked_on - ?"
                        + " RETURNING account_id, respondent",
                row -> new Person(row.getObject(1, UUID.class), row.getString(2)),
                tenants.current(),
                texts(persons, person -> Objects.requireNonNull(todays.get(person.accountId()))),
                texts(persons, Person::accountId),
                texts(persons, Person::respondent),
                settings.get().view().daysBetween());
    }

    private void write(Survey survey, SurveyWave wave, List<Person> persons) {
        var letters = persons.stream()
                .map(person -> new Letter(
                        UuidVersion7Strategy.INSTANCE.generateUuid(null), person, PageToken.issue(tenants.current())))
                .toList();
        var expires = Objects.requireNonNull(wave.endsAt);
        sql.update(
                "INSERT INTO survey_invitation (tenant_id, id, version, survey_id, wave_id, account_id, respondent,"
                        + " status, token_hash, invited_at, expires_at) SELECT ?, id, 0, ?, ?, account, respondent,"
                        + " 'INVITED', hash, ?, ? FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[])"
                        + " letter (id, account, respondent, hash)",
                tenants.current(),
                survey.id,
                wave.id,
                Timestamp.from(clock.now()),
                Timestamp.from(expires),
                texts(letters, Letter::id),
                texts(letters, letter -> letter.person().accountId()),
                texts(letters, letter -> letter.person().respondent()),
                texts(letters, letter -> letter.token().hash()));
        announce(survey, wave, letters, expires);
    }

    private void announce(Survey survey, SurveyWave wave, List<Letter> letters, Instant expires) {
        var question = revisions.of(survey.id, wave.revision);
        var told = letters.stream()
                .map(letter -> new SurveyInvited(
                        letter.id(),
                        survey.id,
                        letter.person().accountId(),
                        letter.person().respondent(),
                        survey.kind,
                        question.questionEn,
                        question.questionRu,
                        links.to(PAGE, letter.token()),
                        expires))
                .toList();
        outbox.publishAll(told.stream()
                .map(invitation -> new Outbox.Publication(
                        SuccessEvents.SURVEY_INVITATION_SENT,
                        invitation.invitationId(),
                        0,
                        new SurveyInvitationSent(
                                invitation.invitationId(),
                                invitation.surveyId(),
                                invitation.accountId(),
                                invitation.respondent(),
                                invitation.kind().name(),
                                invitation.link(),
                                invitation.expiresAt())))
                .toList());
        var now = clock.now();
        timeline.append(letters.stream()
                .map(letter -> TimelineEntry.of(
                                letter.person().accountId(),
                                EntryKind.SURVEY_SENT,
                                now,
                                letter.id(),
                                Map.of("kind", survey.kind.name(), "survey", survey.name))
                        .about(letter.person().contact()))
                .toList());
        told.forEach(invited::fire);
    }

    /**
     * Writes the anonymous answers of a wave anew, all at once, in a random order and under new ids, so that the order
     * and the transaction in which each was first written no longer tell whose it is.
     */
    void mixAnswers(UUID wave) {
        sql.update(
                "WITH taken AS (DELETE FROM survey_anonymous_answer WHERE wave_id = ?"
                        + " RETURNING tenant_id, wave_id, value, comment)"
                        + " INSERT INTO survey_anonymous_answer (tenant_id, id, wave_id, value, comment)"
                        + " SELECT tenant_id, gen_random_uuid(), wave_id, value, comment FROM taken ORDER BY random()",
                wave);
    }

    private static <T> String[] texts(List<T> rows, Function<T, Object> column) {
        return rows.stream().map(row -> column.apply(row).toString()).toArray(String[]::new);
    }
}
