package dev.rivulet.success.score;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.score.domain.Component;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A model of the score. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoreModelRequest(
        @Schema(
                nullable = true,
                examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60",
                description = "The segment whose customers it judges; absent for all whose segment has no model of its"
                        + " own")
        @Nullable
        UUID segmentId,

        @NotBlank @Size(max = 100, message = "{text-too-long}") @Schema(examples = "Use first")
        String name,

        @NotEmpty @Size(max = 9, message = "{list-too-long}")
        List<@Valid @NotNull ComponentTerms> components,

        @Schema(
                description = "Share of the weight, above 0 to 1, that must be known for a score to be given",
                type = SchemaType.STRING,
                examples = "0.5")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        @DecimalMin(value = "0", inclusive = false, message = "{coverage-range}")
        @DecimalMax(value = "1", message = "{coverage-range}")
        BigDecimal minimumCoverage,

        @Schema(
                description = "A score of this and above is healthy, 0 to 100",
                type = SchemaType.STRING,
                examples = "70")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        @DecimalMin(value = "0", message = "{score-range}")
        @DecimalMax(value = "100", message = "{score-range}")
        BigDecimal healthyFrom,

        @Schema(
                description = "A score below this is critical, 0 to 100; between the two it is at risk",
                type = SchemaType.STRING,
                examples = "50")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        @DecimalMin(value = "0", message = "{score-range}")
        @DecimalMax(value = "100", message = "{score-range}")
        BigDecimal criticalBelow) {

    private static final int WHOLE = 100;

    /** What no single field can tell. */
    void check() {
        var seen = EnumSet.noneOf(Component.class);
        for (var i = 0; i < components.size(); i++) {
            var pointer = "/components/" + i;
            if (!seen.add(components.get(i).component())) {
                throw Rejected.unprocessable("component-twice", pointer + "/component");
            }
            components.get(i).scale().check(pointer + "/scale");
        }
        var sum = components.stream().mapToInt(ComponentTerms::weight).sum();
        if (sum != WHOLE) {
            throw Rejected.unprocessable("weights-sum", "/components", sum);
        }
        if (healthyFrom.compareTo(criticalBelow) < 0) {
            throw Rejected.unprocessable("thresholds-order", "/healthyFrom");
        }
    }
}
