package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a review lets a customer graduate to tech touch, and how often it looks again if not. */
@Schema(name = "JourneyExit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Exit(
        @Valid @NotEmpty @Size(max = 10, message = "{list-too-long}") @Schema(description = "All of them must hold")
        List<CriterionSpec> criteria,

        @NotNull
        @Min(value = 1, message = "{rule-days}")
        @Max(value = 365, message = "{rule-days}")
        @Schema(examples = "30", description = "Whole local days until the next look")
        Integer extendDays,

        @NotNull
        @Min(value = 0, message = "{rule-days}")
        @Max(value = 365, message = "{rule-days}")
        @Schema(examples = "2", description = "After so many extensions it ends all the same")
        Integer mostExtensions,

        @Schema(
                examples = "under-way",
                description =
                        "Key of the step to go on with by itself once the customer has graduated, as long as it stays"
                                + " in tech touch and is on no other journey; left out, none")
        @Nullable
        String then) {}
