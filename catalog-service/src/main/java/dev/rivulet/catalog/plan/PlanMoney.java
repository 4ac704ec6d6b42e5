package dev.rivulet.catalog.plan;

import dev.rivulet.kit.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What of a published version is money that no price book changes.
 *
 * @param minimumCommitment the least that all components of a period come to; null for none
 * @param only the one currency in which the version can be sold, because amounts of its own are never converted; null
 *     where it has none besides its price
 */
public record PlanMoney(
        @Nullable Money minimumCommitment, @Nullable Currency only) {

    public static final PlanMoney NONE = new PlanMoney(null, null);

    static PlanMoney of(Terms terms) {
        var isBound =
                terms.minimumCommitment() != null || terms.phases().stream().anyMatch(phase -> phase.price() != null);
        return new PlanMoney(terms.minimumCommitment(), isBound ? terms.price().currency() : null);
    }
}
