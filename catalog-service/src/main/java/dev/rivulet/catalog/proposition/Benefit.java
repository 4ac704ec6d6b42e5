package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer is promised to gain: a figure, from where to where, and by when. */
@Embeddable
record Benefit(
        @Schema(description = "What is measured", examples = "soft-skills-score")
        @Column(name = "benefit_metric")
        @NotBlank
        @Size(max = 100, message = "{text-too-long}")
        String metric,

        @Schema(examples = "points")
        @Column(name = "benefit_unit")
        @NotBlank
        @Size(max = 40, message = "{text-too-long}")
        String unit,

        @Schema(
                type = SchemaType.STRING,
                pattern = Benefit.DECIMAL,
                description = "Where the customer starts",
                examples = "52")
        @Column(name = "benefit_baseline")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        BigDecimal baseline,

        @Schema(
                type = SchemaType.STRING,
                pattern = Benefit.DECIMAL,
                description = "Where the customer is to get; below the baseline when less is better, never equal to it",
                examples = "70")
        @Column(name = "benefit_target")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        BigDecimal target,

        @Schema(description = "Days from the start of the subscription", examples = "90")
        @Column(name = "benefit_within_days")
        @NotNull
        @Min(value = 1, message = "{within-days-range}")
        @Max(value = 1_095, message = "{within-days-range}")
        Integer withinDays) {

    private static final String DECIMAL = "-?\\d{1,15}(\\.\\d{1,9})?";

    boolean changesNothing() {
        return target.compareTo(baseline) == 0;
    }
}
