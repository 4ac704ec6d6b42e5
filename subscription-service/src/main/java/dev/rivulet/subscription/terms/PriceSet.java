package dev.rivulet.subscription.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import dev.rivulet.subscription.rating.domain.Component;
import dev.rivulet.subscription.rating.domain.PlanRef;
import dev.rivulet.subscription.rating.domain.Term;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a plan costs somebody: the components with the prices that won when it was sold. Immutable; whoever
 * pays the same shares one.
 *
 * @param minimumCommitment the least that a full period costs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceSet(
        PlanRef plan,
        BillingPeriod period,
        Currency currency,
        List<Component> components,
        @Nullable Money minimumCommitment) {

    static PriceSet of(Term term) {
        return new PriceSet(
                term.plan(), term.anchor().period(), term.currency(), term.components(), term.minimumCommitment());
    }
}
