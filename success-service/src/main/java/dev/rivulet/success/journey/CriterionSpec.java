package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.journey.domain.Criterion;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that must be so; what is not known is not so. */
@Schema(name = "JourneyCriterion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CriterionSpec(
        @NotNull
        @Schema(
                examples = "SCORE",
                description =
                        "SCORE: points of the Customer Score; LICENCES: percent of the licences in use; PROMISE: no"
                                + " promised benefit was missed or is past its day")
        Criterion.Kind kind,

        @DecimalMin(value = "0", message = "{criterion-range}")
        @DecimalMax(value = "100", message = "{criterion-range}")
        @Schema(
                type = SchemaType.STRING,
                examples = "60",
                description = "The least that will do; 0 to 100. Not of PROMISE")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal at) {

    Criterion criterion() {
        return new Criterion(kind, at);
    }
}
