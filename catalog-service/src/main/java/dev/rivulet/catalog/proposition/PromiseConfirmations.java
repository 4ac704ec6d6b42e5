package dev.rivulet.catalog.proposition;

import dev.rivulet.catalog.casestudy.CaseStudies;
import dev.rivulet.catalog.casestudy.ConfirmedValue;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Turns confirmed promises into evidence on the propositions they rested on, and the kept ones into case studies; takes
 * both back where a customer takes its word back.
 */
@ApplicationScoped
class PromiseConfirmations implements EventHandler {

    private final Inbox inbox;
    private final PropositionRepository propositions;
    private final EvidenceRepository evidence;
    private final CaseStudies studies;

    PromiseConfirmations(
            Inbox inbox, PropositionRepository propositions, EvidenceRepository evidence, CaseStudies studies) {
        this.inbox = inbox;
        this.studies = studies;
        this.propositions = propositions;
        this.evidence = evidence;
    }

    @Override
    public String consumer() {
        return "evidence";
    }

    @Incoming("confirmed-promises")
    @Blocking
    void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(ConfirmedPromise.TYPE)) {
            record(event.as(ConfirmedPromise.class));
        } else if (event.type().equals(ContestedPromise.TYPE)) {
            takeBack(event.as(ContestedPromise.class));
        }
    }

    private void takeBack(ContestedPromise promise) {
        evidence.deleteById(promise.promiseId());
        studies.withdrawOf(promise.promiseId());
    }

    private void record(ConfirmedPromise promise) {
        var proposition = propositions
                .findByIdOptional(promise.propositionId())
                .orElseThrow(() -> new IllegalStateException("no proposition " + promise.propositionId()));
        // One row per promise: a promise confirmed again has its last word only.
        var entry = evidence.findByIdOptional(promise.promiseId()).orElseGet(Evidence::new);
        entry.promiseId = promise.promiseId();
        entry.propositionId = promise.propositionId();
        entry.propositionVersion = promise.propositionVersion();
        entry.accountId = promise.accountId();
        entry.metric = promise.metric();
        entry.unit = promise.unit();
        entry.baseline = promise.baseline();
        entry.target = promise.target();
        entry.measured = promise.measured();
        entry.outcome = promise.outcome();
        entry.confirmedOn = promise.confirmedOn();
        evidence.persist(entry);
        if (promise.outcome() == Outcome.CONFIRMED) {
            studies.draftFrom(new ConfirmedValue(
                    promise.promiseId(),
                    promise.accountId(),
                    proposition.id,
                    proposition.productId,
                    proposition.segmentId,
                    promise.metric(),
                    promise.unit(),
                    promise.baseline(),
                    promise.measured()));
        }
    }
}
