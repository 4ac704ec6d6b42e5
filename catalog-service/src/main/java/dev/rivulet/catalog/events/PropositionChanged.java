package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a value proposition as it stands after a change; only an approved one may be sold on.
 *
 * @param lineId what its versions have in common
 * @param locale the language it is written in
 * @param role CHAMPION or CHALLENGER of its product, segment and locale while it is approved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PropositionChanged(
        UUID id,
        UUID lineId,
        UUID productId,
        UUID segmentId,
        String locale,
        String status,
        int propositionVersion,
        @Nullable String role,
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
