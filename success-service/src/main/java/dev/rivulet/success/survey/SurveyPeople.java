package dev.rivulet.success.survey;

import dev.rivulet.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What surveys keep of one person, told and forgotten. */
@ApplicationScoped
public class SurveyPeople {

    private final SurveyAnswerRepository answers;
    private final Sql sql;

    SurveyPeople(SurveyAnswerRepository answers, Sql sql) {
        this.answers = answers;
        this.sql = sql;
    }

    /** Everything a person has answered, oldest first; of anonymous surveys nobody knows. */
    @Transactional
    public List<AnswerView> answersOf(UUID account, String respondent) {
        return answers.ofPerson(account, respondent).stream()
                .map(AnswerView::of)
                .toList();
    }

    /**
     * Forgets a person: answers stay counted, as those of one and the same nobody, without their comments; links no
     * longer work. The caller has locked the customer.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID account, String respondent) {
        var nobody = "erased-" + UUID.randomUUID();
        answers.flush();
        sql.update(
                "UPDATE survey_answer SET respondent = ?, comment = NULL, erased = true, version = version + 1"
                        + " WHERE account_id = ? AND respondent = ?",
                nobody,
                account,
                respondent);
        forgetInvitations(account, respondent);
    }

    /** Nobody can tell any more that the person was asked, and no link answers in their name. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forgetInvitations(UUID account, String respondent) {
        sql.update(
                "UPDATE survey_invitation SET respondent = ?, token_hash = NULL, erased = true, version = version + 1"
                        + " WHERE account_id = ? AND respondent = ?",
                "erased-" + UUID.randomUUID(),
                account,
                respondent);
        sql.update("DELETE FROM survey_asked WHERE account_id = ? AND respondent = ?", account, respondent);
    }
}
