package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;

/** A value proposition as it stands after a change; only an approved one may be sold on. */
public record PropositionChanged(
        UUID id,
        UUID productId,
        UUID segmentId,
        String status,
        int propositionVersion,
        String oneLiner,
        Benefit benefit) {

    public static final EventType TYPE =
            new EventType("catalog.proposition.state.v1", "dev.rivulet.catalog.proposition.changed.v1");

    /**
     * The benefit promised.
     *
     * @param baseline where the customer starts, a decimal text
     * @param target where the customer is to get, a decimal text; below the baseline when less is better
     * @param withinDays counted from the start of the subscription
     */
    public record Benefit(String metric, String unit, String baseline, String target, int withinDays) {}
}
