package dev.rivulet.subscription.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Candidate;
import dev.rivulet.kit.price.Lost;
import dev.rivulet.kit.price.NoPrice;
import dev.rivulet.kit.price.Verdict;
import dev.rivulet.kit.price.terms.Aggregation;
import dev.rivulet.kit.price.terms.PriceTerms;
import dev.rivulet.subscription.rating.domain.Timing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an offer costs a buyer, component by component, as a subscription would pin it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OfferPricing")
record OfferPricingView(
        @Schema(description = "ISO 4217", examples = "EUR") String currency,
        @Schema(examples = "2026-01-15") LocalDate date,
        @Schema(examples = "25") String quantity,

        @Schema(description = "Why there is no price; absent when there is one") @Nullable
        NoPrice reason,

        @Schema(description = "The component that has no price", examples = "seat") @Nullable
        String unpriced,

        @Schema(description = "The version whose terms hold on the day", examples = "2")
        int planVersion,

        @Schema(description = "When a period is charged, where a component does not say otherwise")
        Timing billing,

        @Schema(description = "After the trial, one after the other, before the plan's own price")
        List<PlanPhase> phases,

        @Schema(description = "After so many periods a subscription ends by itself", examples = "12") @Nullable
        Integer fixedTermPeriods,

        @Schema(description = "The least that all components of a period come to") @Nullable
        Money minimumCommitment,

        @Schema(description = "What the buyer pays; none when there is no price")
        List<ComponentView> components,

        @Schema(description = "Every price that could have been the one, the closest first, component by component")
        List<CandidateView> candidates) {

    /** What a component costs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OfferComponent")
    record ComponentView(
            @Schema(examples = "seat") String component,

            @Schema(description = "Absent for the plan's own list price") @Nullable
            UUID priceId,

            @Schema(description = "By which book; absent for the list") @Nullable
            UUID priceBookId,

            @Schema(
                    description = "What the terms' amount is multiplied by on its way through the books",
                    examples = "0.9")
            String factor,

            PriceTerms terms,

            @Schema(description = "What of its metric's events counts; absent without a metric") @Nullable
            Aggregation aggregation,

            @Schema(description = "When a period of it is charged")
            Timing billing,

            @Schema(description = "The least that it comes to in a period, in major units", examples = "25.00")
            @Nullable
            String minimumCharge) {

        static ComponentView of(PricedComponent component) {
            return new ComponentView(
                    component.key(),
                    component.priceId(),
                    component.priceBookId(),
                    plain(component.factor()),
                    component.terms(),
                    component.aggregation(),
                    component.timing(),
                    component.minimumCharge() == null
                            ? null
                            : component.minimumCharge().toPlainString());
        }
    }

    /** A price that could have been the one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OfferCandidate")
    record CandidateView(
            @Schema(examples = "seat") String component,

            @Schema(description = "Absent for the plan's own list price") @Nullable
            UUID priceId,

            @Nullable UUID priceBookId,
            @Schema(examples = "gold-partners") @Nullable String priceBookKey,
            @Schema(examples = "12") int specificity,
            boolean won,
            @Schema(description = "Why it lost") Set<Lost> reasons) {

        static Stream<CandidateView> of(Verdict verdict) {
            return verdict.candidates().stream()
                    .map(each -> of(verdict.component(), each, each.equals(verdict.winner())));
        }

        private static CandidateView of(String component, Candidate candidate, boolean won) {
            return new CandidateView(
                    component,
                    candidate.offer().ofPlan() ? null : candidate.offer().id(),
                    candidate.bookId(),
                    candidate.bookKey(),
                    candidate.specificity(),
                    won,
                    candidate.reasons());
        }
    }

    static OfferPricingView of(PricedPlan plan, String currency, BigDecimal quantity, LocalDate date) {
        var version = plan.version();
        var unpriced = plan.unpriced();
        return new OfferPricingView(
                currency,
                date,
                quantity.toPlainString(),
                unpriced == null ? null : unpriced.reason(),
                unpriced == null ? null : unpriced.component(),
                version.number(),
                version.timing(),
                version.phases(),
                version.fixedTermPeriods(),
                version.minimumCommitment(),
                plan.components().stream().map(ComponentView::of).toList(),
                plan.verdicts().stream().flatMap(CandidateView::of).toList());
    }

    private static String plain(BigDecimal factor) {
        return factor.stripTrailingZeros().toPlainString();
    }
}
