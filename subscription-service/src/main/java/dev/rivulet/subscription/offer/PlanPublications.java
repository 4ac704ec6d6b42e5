package dev.rivulet.subscription.offer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import dev.rivulet.subscription.rating.domain.Timing;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps each version of the catalog's plans; their snapshots may be compacted down to the newest one. */
@ApplicationScoped
public class PlanPublications implements EventHandler {

    /** What this service reads of {@code dev.rivulet.catalog.plan.published.v1}. */
    record Publication(
            UUID id,
            int planVersion,
            String name,
            Money price,
            BillingPeriod period,
            Rollout rollout,
            Instant publishedAt,
            @Nullable Integer trialDays,
            @Nullable Timing billing,
            @Nullable List<PlanPhase> phases,
            @Nullable Integer fixedTermPeriods,
            @Nullable Money minimumCommitment) {

        PlanVersion version() {
            return new PlanVersion(
                    planVersion,
                    name,
                    price,
                    period,
                    Objects.requireNonNullElse(trialDays, 0),
                    Objects.requireNonNullElse(billing, Timing.IN_ADVANCE),
                    Objects.requireNonNullElse(phases, List.of()),
                    fixedTermPeriods,
                    minimumCommitment,
                    rollout,
                    publishedAt);
        }
    }

    private final Inbox inbox;
    private final PlanVersions versions;
    private final jakarta.enterprise.event.Event<VersionPublished> published;

    PlanPublications(Inbox inbox, PlanVersions versions, jakarta.enterprise.event.Event<VersionPublished> published) {
        this.inbox = inbox;
        this.versions = versions;
        this.published = published;
    }

    @Override
    public String consumer() {
        return "plan-publications";
    }

    @Incoming("catalog-plan-events")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.type().equals("dev.rivulet.catalog.plan.published.v1")) {
            var publication = event.as(Publication.class);
            versions.keepPublished(publication.id(), publication.version());
            published.fire(new VersionPublished(
                    publication.id(),
                    publication.planVersion(),
                    publication.name(),
                    publication.rollout(),
                    publication.publishedAt()));
        }
    }
}
