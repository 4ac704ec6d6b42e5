package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.plan.domain.BillingPeriod;
import dev.rivulet.catalog.plan.domain.Impact;
import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What publishing a draft would do to those who subscribed before. */
@Schema(name = "PublicationPreview")
record PublicationPreview(
        UUID planId,

        @Schema(description = "The draft that would be published", examples = "2")
        int planVersion,

        Rollout rollout,

        @Schema(description = "Subscriptions to the plan that have not ended", examples = "120")
        long subscriptions,

        @Schema(description = "Business time; subscriptions are known as far as their events had arrived")
        Instant computedAt,

        @Schema(description = "By currency; none is converted into another")
        List<Total> totals,

        @Schema(description = "Subscriptions on the same terms, oldest version first")
        List<Line> lines) {

    /** The subscriptions of one currency. */
    @Schema(name = "PublicationImpact")
    record Total(
            @Schema(examples = "120") long subscriptions,

            @Schema(description = "Those that come to the new version at its list price", examples = "118")
            long changing,

            @Schema(
                    description = "Those that come to the new version at a price found again for each buyer, which is"
                            + " not known here: their revenue is in neither sum",
                    examples = "2")
            long pricedAgain,

            @Schema(
                    description = "Contracted recurring revenue of a month, a twelfth of the year's, and no less than"
                            + " the minimum commitment: trials count as if paid, taxes and usage do not count")
            Money monthlyBefore,

            Money monthlyAfter,
            @Schema(description = "After minus before") Money monthlyDelta) {}

    /** Subscriptions on the same terms. */
    @Schema(name = "PublicationImpactLine")
    record Line(
            @Schema(description = "The version they are pinned to", examples = "1")
            int planVersion,

            @Schema(description = "Of a period, with their seats, as pinned")
            Money price,

            BillingPeriod period,

            @Schema(
                    description = "CHANGES: pays its version's list price and comes to the new one's; PRICED_AGAIN:"
                            + " comes to the new version, but pays something else than the list price, by a price book,"
                            + " for its seats or in a phase, and its price is found again for each buyer, so that monthlyAfter is"
                            + " left out; KEEPS_VERSION: the policy leaves it; ENDS_BEFORE: its decided end comes first;"
                            + " OTHER_CURRENCY: its contract's currency is frozen")
            Impact.Effect effect,

            @Schema(examples = "118") long subscriptions,
            Money monthlyBefore,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Money monthlyAfter) {}

    static PublicationPreview of(PlanVersion draft, Rollout rollout, Instant now, Impact impact) {
        return new PublicationPreview(
                draft.planId,
                draft.number,
                rollout,
                impact.lines().stream().mapToLong(Impact.Line::subscriptions).sum(),
                now,
                impact.totals().stream()
                        .map(total -> new Total(
                                total.subscriptions(),
                                total.changing(),
                                total.pricedAgain(),
                                total.before(),
                                total.after(),
                                total.delta()))
                        .toList(),
                impact.lines().stream()
                        .map(line -> new Line(
                                line.planVersion(),
                                line.price(),
                                line.period(),
                                line.effect(),
                                line.subscriptions(),
                                line.before(),
                                line.after()))
                        .toList());
    }
}
