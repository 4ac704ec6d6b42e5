package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What billing would charge where an incident holds it up, by the code that would charge it; it writes nothing. */
@Singleton
class Proposals {

    private final BillingCursors cursors;
    private final Charging charging;
    private final TenantClock clock;

    Proposals(BillingCursors cursors, Charging charging, TenantClock clock) {
        this.cursors = cursors;
        this.charging = charging;
        this.clock = clock;
    }

    ProposalView of(IncidentView incident) {
        var now = clock.now();
        var due = cursors.ofPayers(List.of(incident.payerId())).stream()
                .filter(cursor -> isOf(incident, cursor.subscriptionId()) && PayerBilling.hasFallenDue(cursor, now))
                .toList();
        var result = charging.foresee(due, now);
        var before = due.stream().collect(Collectors.toMap(BillingCursors.Cursor::subscriptionId, cursor -> cursor));
        var proposed = new ArrayList<ProposalView.Proposed>();
        result.charged()
                .forEach(charged -> proposed.add(ProposalView.Proposed.of(
                        Objects.requireNonNull(before.get(charged.next().subscriptionId())),
                        charged.next(),
                        charged.charges())));
        result.failed()
                .forEach(failed -> proposed.add(ProposalView.Proposed.failed(failed.cursor(), failed.diagnosis())));
        return new ProposalView(incident.id(), now, proposed);
    }

    private static boolean isOf(IncidentView incident, UUID subscription) {
        return incident.subscriptionId() == null || incident.subscriptionId().equals(subscription);
    }
}
