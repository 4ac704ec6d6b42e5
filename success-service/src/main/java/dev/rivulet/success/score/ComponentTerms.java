package dev.rivulet.success.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Criterion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a model judges one component. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ScoreModelComponent")
record ComponentTerms(
        @NotNull
        @Schema(
                examples = "NPS",
                description = "CONSUMPTION: change of use, the last 28 days against the 28 before, 0 is as much as"
                        + " before; LICENCES: active users per purchased licence; CSAT, NPS, CES: mean of each person's"
                        + " latest answer, 1 to 5, 0 to 10 and 1 to 7; PAYMENT: days the oldest unpaid invoice is"
                        + " overdue; PROBLEMS: open problems, each counted 1, 2, 4 or 8 by its severity; BENEFIT: share"
                        + " of due promises kept, 0 to 1; SPONSOR_CONTACT: days since the last contact")
        Component component,

        @NotNull
        @Min(value = 1, message = "{weight-range}")
        @Max(value = 100, message = "{weight-range}")
        @Schema(examples = "30", description = "Percent; those of a model add up to 100")
        Integer weight,

        @NotNull @Valid ScaleTerms scale,

        @Min(value = 1, message = "{half-life-range}")
        @Max(value = 3_650, message = "{half-life-range}")
        @Schema(
                nullable = true,
                examples = "90",
                description = "Days in which an observation loses half of its weight to the others; absent when it"
                        + " keeps it. What is true of the day itself, such as licences and payment, does not age")
        @Nullable
        Integer halfLifeDays) {

    Criterion criterion() {
        return new Criterion(weight, scale.scale(), halfLifeDays);
    }
}
