package dev.rivulet.success.score;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.score.domain.BandScale;
import dev.rivulet.success.score.domain.LinearScale;
import dev.rivulet.success.score.domain.Scale;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scale: LINEAR has {@code worst} and {@code best}, BANDS has {@code bands}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ScoreScale")
record ScaleTerms(
        @NotNull @Schema(examples = "LINEAR") ScaleKind kind,

        @Schema(
                description = "LINEAR: the value, and beyond it any, that earns 0; in the component's unit",
                type = SchemaType.STRING,
                examples = "30")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal worst,

        @Schema(
                description = "LINEAR: the value, and beyond it any, that earns 100; below the worst where less is"
                        + " better",
                type = SchemaType.STRING,
                examples = "0")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal best,

        @Schema(description = "BANDS: in rising order; the last one is open")
        @Size(max = 50, message = "{list-too-long}")
        @Nullable
        List<@Valid @NotNull BandTerms> bands) {

    /** A band. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScoreScaleBand")
    record BandTerms(
            @Schema(
                    description = "The last value in it, in the component's unit; absent for the last, open band",
                    type = SchemaType.STRING,
                    examples = "5")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Nullable
            BigDecimal upTo,

            @Schema(description = "What it earns, 0 to 100", type = SchemaType.STRING, examples = "60")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @NotNull
            @DecimalMin(value = "0", message = "{score-range}")
            @DecimalMax(value = "100", message = "{score-range}")
            BigDecimal value) {}

    /** @param pointer where the scale stands in the request */
    void check(String pointer) {
        switch (kind) {
            case LINEAR -> {
                foreign(bands, pointer + "/bands");
                if (required(worst, pointer + "/worst").compareTo(required(best, pointer + "/best")) == 0) {
                    throw Rejected.unprocessable("scale-flat", pointer + "/best");
                }
            }
            case BANDS -> {
                foreign(worst, pointer + "/worst");
                foreign(best, pointer + "/best");
                checkBands(required(bands, pointer + "/bands"), pointer + "/bands");
            }
        }
    }

    private static void checkBands(List<BandTerms> bands, String pointer) {
        BigDecimal before = null;
        for (var i = 0; i < bands.size(); i++) {
            var bound = bands.get(i).upTo();
            var last = i == bands.size() - 1;
            if (last != (bound == null) || (bound != null && before != null && bound.compareTo(before) <= 0)) {
                throw Rejected.unprocessable("bands-order", pointer + "/" + i + "/upTo");
            }
            before = bound;
        }
        if (bands.isEmpty()) {
            throw Rejected.unprocessable("value-missing", pointer);
        }
    }

    private static <T> T required(@Nullable T value, String pointer) {
        if (value == null) {
            throw Rejected.unprocessable("value-missing", pointer);
        }
        return value;
    }

    private void foreign(@Nullable Object value, String pointer) {
        if (value != null) {
            throw Rejected.unprocessable("scale-foreign", pointer, kind);
        }
    }

    /** Of terms that have been checked. */
    Scale scale() {
        return switch (kind) {
            case LINEAR -> new LinearScale(Objects.requireNonNull(worst), Objects.requireNonNull(best));
            case BANDS ->
                new BandScale(Objects.requireNonNull(bands).stream()
                        .map(band -> new BandScale.Step(band.upTo(), band.value()))
                        .toList());
        };
    }
}
