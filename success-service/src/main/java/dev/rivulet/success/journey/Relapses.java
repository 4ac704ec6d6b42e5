package dev.rivulet.success.journey;

import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.journey.domain.Move.Outcome;
import dev.rivulet.success.score.ScoreMoved;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends those back to a manager who graduated and whose score has fallen since, in the transaction of its fall. */
@ApplicationScoped
class Relapses {

    private final BeforeCommit beforeCommit;
    private final Customers customers;
    private final EnrolmentRepository enrolments;
    private final JourneyRepository journeys;
    private final Enrolling enrolling;

    Relapses(
            BeforeCommit beforeCommit,
            Customers customers,
            EnrolmentRepository enrolments,
            JourneyRepository journeys,
            Enrolling enrolling) {
        this.beforeCommit = beforeCommit;
        this.customers = customers;
        this.enrolments = enrolments;
        this.journeys = journeys;
        this.enrolling = enrolling;
    }

    /** The scores of one transaction that have fallen. */
    private record Fallen(Map<UUID, BigDecimal> scores) {}

    void moved(@Observes ScoreMoved move) {
        var score = move.current().score();
        var before = move.previous();
        if (score != null && (before == null || score.compareTo(before) < 0)) {
            beforeCommit
                    .collect(Fallen.class, () -> new Fallen(new HashMap<>()), this::look)
                    .scores()
                    .put(move.accountId(), score);
        }
    }

    private void look(Fallen fallen) {
        var graduated = enrolments.latestOf(fallen.scores().keySet()).stream()
                .filter(enrolment -> enrolment.outcome == Outcome.GRADUATED)
                .toList();
        if (graduated.isEmpty()) {
            return;
        }
        customers.lock(graduated.stream().map(Enrolment::subject).toList());
        var known =
                journeys
                        .list(
                                "id in ?1",
                                graduated.stream()
                                        .map(each -> each.journeyId)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(journey -> journey.id, Function.identity()));
        for (var enrolment : graduated) {
            var journey = Objects.requireNonNull(known.get(enrolment.journeyId));
            var relapse = journey.definition.relapse();
            var score = Objects.requireNonNull(fallen.scores().get(enrolment.subject()));
            if (relapse != null && score.compareTo(relapse.scoreBelow()) < 0) {
                enrolling.relapse(journey, enrolment.subject());
            }
        }
    }
}
