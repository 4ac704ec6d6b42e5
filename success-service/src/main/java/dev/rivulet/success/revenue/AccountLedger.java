package dev.rivulet.success.revenue;

import dev.rivulet.success.revenue.domain.Movement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The movements of one account in one currency.
 *
 * @param movements in their order, each with what it concerned
 */
record AccountLedger(UUID accountId, String currency, TreeMap<Movement, Concern> movements) {

    /** What a movement concerned. */
    record Concern(
            @Nullable UUID planId,
            @Nullable UUID productId,
            @Nullable UUID segmentId,
            @Nullable UUID partnerId) {}

    /** Without some of them: what was known before these came. */
    AccountLedger without(Collection<UUID> added) {
        var rest = new TreeMap<Movement, Concern>();
        movements.forEach((movement, concern) -> {
            if (!added.contains(movement.id())) {
                rest.put(movement, concern);
            }
        });
        return new AccountLedger(accountId, currency, rest);
    }

    /**
     * What the account began with; a customer who changes the plan stays in the cohort of the first. What is not in the
     * movements is known of elsewhere, or nowhere.
     */
    Map<String, String> attributes() {
        var first = movements.firstEntry().getValue();
        var attributes = new LinkedHashMap<String, String>();
        put(attributes, Attributes.PLAN, first.planId());
        put(attributes, Attributes.PRODUCT, first.productId());
        put(attributes, Attributes.SEGMENT, first.segmentId());
        put(attributes, Attributes.PARTNER, first.partnerId());
        put(attributes, Attributes.MANAGER, null);
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable UUID value) {
        attributes.put(name, value == null ? Attributes.NONE : value.toString());
    }
}
