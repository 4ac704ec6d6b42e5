package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.journey.domain.Course;
import dev.rivulet.success.journey.domain.Criterion;
import dev.rivulet.success.journey.domain.Step;
import dev.rivulet.success.touch.domain.TouchModel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a journey is. */
@Schema(name = "JourneyDefinition")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JourneyDefinition(
        @NotNull @Schema(examples = "LOW", description = "How customers are looked after on it")
        TouchModel touch,

        @NotNull
        @Schema(
                examples = "true",
                description = "Whether customers are enrolled by themselves as soon as their deal is in the contract"
                        + " stage: the manager joins when the signature is near")
        Boolean atContracting,

        @Valid @NotEmpty @Size(max = 100, message = "{list-too-long}")
        List<StepSpec> steps,

        @Valid @Schema(description = "Needed by a REVIEW") @Nullable
        Exit exit,

        @Valid @Nullable Relapse relapse) {

    Course course() {
        return new Course(steps.stream().map(this::step).toList());
    }

    private Step step(StepSpec spec) {
        return switch (spec.type()) {
            case TASK, MESSAGE, WEBHOOK -> new Step.Act(spec.key());
            case WAIT -> new Step.Wait(spec.key(), Objects.requireNonNull(spec.days()));
            case AWAIT_SUBSCRIPTION -> new Step.Await(spec.key(), Step.Happening.SUBSCRIBED);
            case CONDITION ->
                new Step.Branch(
                        spec.key(), criteria(Objects.requireNonNull(spec.criteria())), spec.then(), spec.otherwise());
            case REVIEW -> {
                var end = Objects.requireNonNull(exit);
                yield new Step.Review(spec.key(), criteria(end.criteria()), end.extendDays(), end.mostExtensions());
            }
        };
    }

    static List<Criterion> criteria(List<CriterionSpec> specs) {
        return specs.stream().map(CriterionSpec::criterion).toList();
    }
}
