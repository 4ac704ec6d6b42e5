package dev.rivulet.subscription.deal;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.deal.domain.DealStage;
import dev.rivulet.subscription.deal.domain.Pipeline;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pipeline as callers see it. */
@Schema(name = "DealPipeline")
public record PipelineView(
        @Schema(
                examples = "stage-weights-1",
                description = "stage-weights-1: expected amounts of open deals, weighted 10 % QUALIFIED, 30 % PROPOSED,"
                        + " 50 % NEGOTIATION, 80 % CONTRACTING; no currency conversion")
        String policy,

        List<StepView> stages,
        List<TotalView> totals) {

    static final String POLICY = "stage-weights-1";

    /** Open deals of a stage in a currency. */
    @Schema(name = "DealPipelineStage")
    public record StepView(
            DealStage stage,
            @Schema(examples = "7") long deals,
            Money amount,
            @Schema(examples = "30") int weightPercent,
            Money weighted) {}

    /** Open deals in a currency. */
    @Schema(name = "DealPipelineTotal")
    public record TotalView(@Schema(examples = "19") long deals, Money amount, Money weighted) {}

    static PipelineView of(Pipeline pipeline) {
        return new PipelineView(
                POLICY,
                pipeline.steps().stream()
                        .map(step -> new StepView(
                                step.stage(),
                                step.deals(),
                                step.amount(),
                                step.stage().weightPercent(),
                                step.weighted()))
                        .toList(),
                pipeline.totals().stream()
                        .map(total -> new TotalView(total.deals(), total.amount(), total.weighted()))
                        .toList());
    }
}
