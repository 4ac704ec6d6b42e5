package dev.rivulet.success.survey;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Records what customers answer. */
@ApplicationScoped
public class Surveys {

    private final SurveyAnswerRepository answers;
    private final Customers customers;
    private final TenantClock clock;
    private final Event<CustomerChanged> changes;

    Surveys(SurveyAnswerRepository answers, Customers customers, TenantClock clock, Event<CustomerChanged> changes) {
        this.answers = answers;
        this.customers = customers;
        this.clock = clock;
        this.changes = changes;
    }

    @Transactional
    AnswerView record(AnswerRequest request) {
        if (!customers.knows(request.accountId())) {
            throw Rejected.unprocessable("account-unknown", "/accountId");
        }
        var answer = new SurveyAnswer();
        answer.accountId = request.accountId();
        answer.kind = request.kind();
        answer.value = request.value();
        answer.respondent = request.respondent().strip();
        answer.comment = request.comment();
        answer.answeredAt = request.answeredAt() == null ? clock.now() : request.answeredAt();
        answers.persistAndFlush(answer);
        changes.fire(new CustomerChanged(answer.accountId));
        return AnswerView.of(answer);
    }

    @Transactional
    AnswerView get(UUID id) {
        var answer = answers.findById(id);
        if (answer == null) {
            throw Rejected.notFound("survey answer", id);
        }
        return AnswerView.of(answer);
    }

    @Transactional
    NpsView nps() {
        return NpsView.of(answers.nps());
    }
}
