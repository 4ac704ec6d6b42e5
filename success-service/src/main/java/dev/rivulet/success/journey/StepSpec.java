package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.input.Keys;
import dev.rivulet.success.task.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of a journey; which fields belong to it depends on its type. */
@Schema(name = "JourneyStep")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepSpec(
        @NotNull
        @Pattern(regexp = Keys.FORMAT, message = "{key-format}")
        @Schema(examples = "kickoff", description = "Unique in the journey")
        String key,

        @NotNull
        @Schema(
                examples = "TASK",
                description = "TASK: titleEn, titleRu, dueInDays, severity; MESSAGE: template, function; WEBHOOK:"
                        + " endpoint; WAIT: days; AWAIT_SUBSCRIPTION; CONDITION:"
                        + " criteria, then, otherwise; REVIEW: graduates when the journey's exit criteria hold, else"
                        + " extends it")
        StepType type,

        @Size(max = 500, message = "{text-too-long}") @Schema(examples = "Kick-off with the sponsor") @Nullable
        String titleEn,

        @Size(max = 500, message = "{text-too-long}") @Schema(examples = "Стартовая встреча с заказчиком") @Nullable
        String titleRu,

        @Min(value = 0, message = "{rule-days}")
        @Max(value = 365, message = "{rule-days}")
        @Schema(examples = "5", description = "Working days of the customer; left out, 3")
        @Nullable
        Integer dueInDays,

        @Schema(examples = "MEDIUM", description = "Of the task; left out, MEDIUM") @Nullable
        Severity severity,

        @Size(max = 60, message = "{text-too-long}")
        @Schema(examples = "first-steps", description = "Key of the template of a message, in the person's language")
        @Nullable
        String template,

        @Size(max = 100, message = "{text-too-long}")
        @Schema(examples = "HR head", description = "Only to people of this function; left out, to all")
        @Nullable
        String function,

        @Size(max = 60, message = "{text-too-long}")
        @Schema(
                examples = "learning-platform",
                description = "Key of the endpoint that is told, by ids alone; the journey goes on meanwhile")
        @Nullable
        String endpoint,

        @Min(value = 1, message = "{rule-days}")
        @Max(value = 365, message = "{rule-days}")
        @Schema(
                examples = "30",
                description = "Whole local days; the next step is taken at 09:00 where the customer is")
        @Nullable
        Integer days,

        @Valid @Size(max = 10, message = "{list-too-long}") @Nullable
        List<CriterionSpec> criteria,

        @Schema(examples = "review", description = "Key of a later step, when all criteria hold; left out, the next")
        @Nullable
        String then,

        @Schema(examples = "adoption", description = "Key of a later step, when not; left out, the next") @Nullable
        String otherwise) {}
