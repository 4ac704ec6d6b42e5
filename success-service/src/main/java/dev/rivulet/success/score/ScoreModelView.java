package dev.rivulet.success.score;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rivulet.success.score.domain.BandScale;
import dev.rivulet.success.score.domain.LinearScale;
import dev.rivulet.success.score.domain.Scale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a model of the score. */
@Schema(name = "ScoreModel")
record ScoreModelView(
        UUID id,

        @Schema(examples = "2", description = "Unique in the tenant and rising; 1 is the built-in model")
        int number,

        @Schema(
                examples = "0197a3f0-5c1d-7e3f-9a52-6f1fac6b7a11",
                nullable = true,
                description = "The segment whose customers it judges; null for all whose segment has no model of its"
                        + " own")
        @Nullable
        UUID segmentId,

        @Schema(examples = "Use first") String name,
        @Schema(examples = "DRAFT") ModelStatus status,
        List<ComponentTerms> components,

        @Schema(type = SchemaType.STRING, examples = "0.5") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal minimumCoverage,

        @Schema(type = SchemaType.STRING, examples = "70") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal healthyFrom,

        @Schema(type = SchemaType.STRING, examples = "50") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal criticalBelow,

        @Schema(nullable = true, description = "Who let it into force without a backtest that speaks for it") @Nullable
        Waiver waiver,

        @Schema(
                nullable = true,
                examples = "2025-02-01T10:00:00Z",
                description = "Business time; null of the built-in model")
        @Nullable
        Instant createdAt,

        @Schema(nullable = true, examples = "2025-03-01T10:00:00Z", description = "Business time") @Nullable
        Instant activatedAt,

        @Schema(nullable = true, examples = "2025-06-01T10:00:00Z", description = "Business time") @Nullable
        Instant retiredAt) {

    static ScoreModelView of(ModelVersion model) {
        return new ScoreModelView(
                model.id,
                model.number,
                model.segment(),
                model.name,
                model.status,
                model.components,
                model.minimumCoverage,
                model.healthyFrom,
                model.criticalBelow,
                model.waiver,
                model.createdAt,
                model.activatedAt,
                model.retiredAt);
    }

    static ScoreModelView builtIn(NumberedModel builtIn, ModelStatus status) {
        var model = builtIn.model();
        return new ScoreModelView(
                builtIn.id(),
                builtIn.number(),
                null,
                "Built in",
                status,
                model.criteria().entrySet().stream()
                        .map(entry -> new ComponentTerms(
                                entry.getKey(),
                                entry.getValue().weight(),
                                terms(entry.getValue().scale()),
                                entry.getValue().halfLife()))
                        .toList(),
                model.minimumCoverage(),
                model.thresholds().healthyFrom(),
                model.thresholds().criticalBelow(),
                null,
                null,
                null,
                null);
    }

    private static ScaleTerms terms(Scale scale) {
        return switch (scale) {
            case LinearScale(BigDecimal worst, BigDecimal best) -> new ScaleTerms(ScaleKind.LINEAR, worst, best, null);
            case BandScale(List<BandScale.Step> steps) ->
                new ScaleTerms(
                        ScaleKind.BANDS,
                        null,
                        null,
                        steps.stream()
                                .map(step -> new ScaleTerms.BandTerms(step.upTo(), step.value()))
                                .toList());
        };
    }
}
