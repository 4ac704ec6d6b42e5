package dev.rivulet.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Adjustment;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.price.NoPrice;
import dev.rivulet.kit.price.Question;
import dev.rivulet.kit.price.Step;
import dev.rivulet.kit.price.Verdict;
import dev.rivulet.kit.price.terms.PriceKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price, or why there is none; with everything that was considered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriceQuote")
record PriceQuoteView(
        UUID planId,

        @Schema(examples = "25") String quantity,
        SortedMap<String, String> usage,
        @Nullable UUID segmentId,
        Channel channel,
        @Schema(examples = "gold") @Nullable String partnerTier,
        @Schema(examples = "DE") @Nullable String country,
        @Schema(examples = "EUR") String currency,
        LocalDate date,

        @Schema(description = "What the answer rests on: asked again with it, it is the same, byte for byte")
        Instant asOf,

        Outcome outcome,

        @Schema(description = "Why there is no price") @Nullable
        NoPrice reason,

        @Schema(description = "The component that has no price", examples = "seat") @Nullable
        String unpricedComponent,

        @Schema(
                description =
                        "What a full period comes to: the lines with what they lack to their minimums, and what all"
                                + " of them lack to the plan's commitment")
        @Nullable
        Money total,

        @Schema(description = "One for each component that the buyer pays; none when there is no price")
        List<Line> lines,

        @Schema(description = "The least that all lines of a period come to; absent for none") @Nullable
        Money minimumCommitment,

        @Schema(description = "What the lines lack to it; absent when they lack nothing") @Nullable
        Money commitmentTopUp,

        @Schema(description = "Each component with every price that could have been the one, the closest first")
        List<Component> components,

        @Schema(examples = "[\"api-calls\"]", description = "Metrics with usage that no line counts")
        List<String> unmetered) {

    /** Whether there is a price. */
    enum Outcome {
        PRICED,
        NO_PRICE
    }

    /** What a component costs: the sum of its steps, times its adjustments, rounded once (HALF_UP). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PriceQuoteLine")
    record Line(
            @Schema(examples = "seat") String component,
            UUID priceId,
            int priceVersion,

            @Schema(description = "By which book; absent for the list") @Nullable
            UUID priceBookId,

            PriceKind model,
            @Schema(examples = "api-calls") @Nullable String metric,

            @Schema(description = "Of the metric, or bought", examples = "25")
            String quantity,

            @Schema(description = "In major units, exact") List<StepView> steps,

            @Schema(description = "Percentages on the way from the price to the buyer's book")
            List<AdjustmentView> adjustments,

            Money amount,

            @Schema(
                    description = "The least that the component comes to in a period, in major units, whatever is used:"
                            + " what is lacking is charged on top of the amount; absent for none",
                    examples = "25.00")
            @Nullable
            String minimumCharge,

            @Schema(description = "What is lacking to the minimum; absent when nothing is") @Nullable
            Money topUp) {

        /** What it comes to in a full period. */
        Money charged() {
            return topUp == null ? amount : amount.plus(topUp);
        }
    }

    /** quantity × unitPrice + flatFee = amount. */
    @Schema(name = "PriceQuoteStep")
    record StepView(
            @Schema(description = "Counted from 1", examples = "1")
            int tier,

            @Schema(examples = "10") String quantity,
            @Schema(examples = "9.90") String unitPrice,
            @Schema(examples = "0") String flatFee,
            @Schema(examples = "99.00") String amount) {

        static List<StepView> of(List<Step> steps) {
            var views = new ArrayList<StepView>(steps.size());
            for (var step : steps) {
                views.add(new StepView(
                        step.tier(),
                        step.quantity().toPlainString(),
                        step.unitPrice().toPlainString(),
                        step.flatFee().toPlainString(),
                        step.amount().toPlainString()));
            }
            return views;
        }
    }

    /** A percentage that a book puts on. */
    @Schema(name = "PriceQuoteAdjustment")
    record AdjustmentView(
            UUID priceBookId, @Schema(examples = "-10") String percent) {

        static List<AdjustmentView> of(List<Adjustment> adjustments) {
            if (adjustments.isEmpty()) {
                return List.of();
            }
            var views = new ArrayList<AdjustmentView>(adjustments.size());
            for (var adjustment : adjustments) {
                views.add(new AdjustmentView(
                        adjustment.bookId(), adjustment.percent().toPlainString()));
            }
            return views;
        }
    }

    /** A component and its candidates. */
    @Schema(name = "PriceQuoteComponent")
    record Component(
            @Schema(examples = "base") String component,

            @Schema(description = "False when all of its prices are for others: then the buyer does not pay it")
            boolean forTheBuyer,

            List<CandidateView> candidates) {

        static List<Component> of(List<Verdict> verdicts) {
            var components = new ArrayList<Component>(verdicts.size());
            for (var verdict : verdicts) {
                components.add(of(verdict));
            }
            return components;
        }

        private static Component of(Verdict verdict) {
            var candidates = new ArrayList<CandidateView>(verdict.candidates().size());
            for (var candidate : verdict.candidates()) {
                candidates.add(CandidateView.of(candidate));
            }
            return new Component(verdict.component(), verdict.isForTheBuyer(), candidates);
        }
    }

    /** The question, as the answer repeats it: in an order of its own, not the caller's. */
    static SortedMap<String, String> usage(Question question) {
        var usage = new TreeMap<String, String>();
        for (Map.Entry<String, BigDecimal> entry : question.usage().entrySet()) {
            usage.put(entry.getKey(), entry.getValue().toPlainString());
        }
        return usage;
    }
}
