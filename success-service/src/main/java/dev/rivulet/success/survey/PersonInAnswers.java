package dev.rivulet.success.survey;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What a person has answered: shown to them, and theirs no more once they are erased. The figures stay. */
@Singleton
class PersonInAnswers {

    private final SurveyAnswerRepository answers;
    private final SurveyInvitationRepository invitations;
    private final WrittenWords words;
    private final Sql sql;
    private final Tenants tenants;

    PersonInAnswers(
            SurveyAnswerRepository answers,
            SurveyInvitationRepository invitations,
            WrittenWords words,
            Sql sql,
            Tenants tenants) {
        this.answers = answers;
        this.invitations = invitations;
        this.words = words;
        this.sql = sql;
        this.tenants = tenants;
    }

    void export(@Observes PersonExport export) {
        export.add(
                "answers",
                answers
                        .list(
                                "accountId = ?1 and respondent in ?2 order by answeredAt, id",
                                export.account(),
                                export.users())
                        .stream()
                        .map(AnswerView::of)
                        .toList());
    }

    /** What the person was asked, and where others said something of them. */
    void exportOthers(@Observes PersonExport export) {
        export.add(
                "invitations",
                invitations
                        .list(
                                "accountId = ?1 and lower(respondent) in ?2 order by invitedAt, id",
                                export.account(),
                                export.users().stream()
                                        .map(user -> user.toLowerCase(Locale.ROOT))
                                        .toList())
                        .stream()
                        .map(InvitationView::of)
                        .toList());
        export.add(
                "answersOfOthers",
                words.naming(
                        export,
                        "comment",
                        "survey_answer",
                        "comment",
                        "account_id = ? AND respondent <> ALL (?::text[])",
                        export.account(),
                        export.users().toArray(String[]::new)));
        export.add("anonymousAnswers", words.namingAll(export, "comment", "survey_anonymous_answer", "comment"));
    }

    /** Whoever answered under several names is one nobody for each of them, as before. */
    void erase(@Observes PersonErased person) {
        forgetInvitations(person);
        for (var answer : answers.list("accountId", person.account())) {
            var byName = person.names().stream().anyMatch(answer.respondent::equalsIgnoreCase);
            var pseudonym = person.pseudonyms().get(byName ? person.contact().toString() : answer.respondent);
            if (pseudonym != null) {
                answer.respondent = pseudonym;
                answer.comment = null;
                answer.erased = true;
            } else {
                answer.comment = person.without(answer.comment);
            }
        }
        words.cleanAll(person, "survey_anonymous_answer", "comment", "comment = ?");
    }

    /** Nobody can tell any more that the person was asked, no link answers in their name, and no wave to come asks them. */
    private void forgetInvitations(PersonErased person) {
        var spellings = person.spellings().toArray(String[]::new);
        sql.update(
                "UPDATE survey_invitation SET respondent = 'erased-' || gen_random_uuid(), token_hash = NULL, erased = true,"
                        + " version = version + 1 WHERE tenant_id = ? AND account_id = ?"
                        + " AND lower(respondent) = ANY (?::text[])",
                tenants.current(),
                person.account(),
                spellings);
        sql.update(
                "DELETE FROM survey_asked WHERE tenant_id = ? AND account_id = ? AND lower(respondent) = ANY (?::text[])",
                tenants.current(),
                person.account(),
                spellings);
        sql.update(
                "UPDATE survey_wave SET audience = jsonb_set(audience, '{people}', (SELECT coalesce(jsonb_agg(named"
                        + " ORDER BY place), '[]') FROM jsonb_path_query(audience, '$.people[*]') WITH ORDINALITY"
                        + " each (named, place) WHERE named ->> 'accountId' <> ?::text"
                        + " OR lower(trim(named ->> 'respondent')) <> ALL (?::text[]))), version = version + 1"
                        + " WHERE tenant_id = ? AND EXISTS (SELECT FROM jsonb_path_query(audience, '$.people[*]') named"
                        + " WHERE named ->> 'accountId' = ?::text AND lower(trim(named ->> 'respondent')) = ANY (?::text[]))",
                person.account(),
                spellings,
                tenants.current(),
                person.account(),
                spellings);
    }
}
