package dev.rivulet.success.survey;

import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;

/** What a person has answered: shown to them, and theirs no more once they are erased. The figures stay. */
@Singleton
class PersonInAnswers {

    private final SurveyAnswerRepository answers;
    private final SurveyPeople people;

    PersonInAnswers(SurveyAnswerRepository answers, SurveyPeople people) {
        this.answers = answers;
        this.people = people;
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

    /** Whoever answered under several names is one nobody for each of them, as before. */
    void erase(@Observes PersonErased person) {
        person.pseudonyms().keySet().forEach(user -> people.forgetInvitations(person.account(), user));
        person.names().forEach(name -> people.forgetInvitations(person.account(), name));
        for (var answer : answers.list("accountId", person.account())) {
            var byName = person.names().stream().anyMatch(answer.respondent::equalsIgnoreCase);
            var pseudonym = byName
                    ? person.pseudonyms().get(person.contact().toString())
                    : person.pseudonyms().get(answer.respondent);
            if (pseudonym != null) {
                answer.respondent = Objects.requireNonNull(pseudonym);
                answer.comment = null;
            } else {
                answer.comment = person.without(answer.comment);
            }
        }
    }
}
