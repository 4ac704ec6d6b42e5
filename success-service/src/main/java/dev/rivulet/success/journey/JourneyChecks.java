package dev.rivulet.success.journey;

import dev.rivulet.kit.problem.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a definition one that can be walked. */
final class JourneyChecks {

    private JourneyChecks() {}

    static void check(JourneyDefinition definition) {
        var steps = definition.steps();
        for (var i = 0; i < steps.size(); i++) {
            check(definition, steps.get(i), "/definition/steps/" + i);
        }
        var exit = definition.exit();
        if (exit != null) {
            check(exit.criteria(), "/definition/exit/criteria");
        }
        var course = definition.course();
        if (exit != null && exit.then() != null && course.index(exit.then()).isEmpty()) {
            throw Rejected.invalid("step-unknown", "/definition/exit/then", exit.then());
        }
        course.fault().ifPresent(at -> {
            throw Rejected.invalid("step-leads-nowhere", "/definition/steps/" + at);
        });
        var relapse = definition.relapse();
        if (relapse != null && course.index(relapse.startAt()).isEmpty()) {
            throw Rejected.invalid("step-unknown", "/definition/relapse/startAt", relapse.startAt());
        }
    }

    private static void check(JourneyDefinition definition, StepSpec step, String at) {
        var complete = switch (step.type()) {
            case TASK -> step.titleEn() != null && step.titleRu() != null;
            case MESSAGE -> step.template() != null;
            case WEBHOOK -> step.endpoint() != null;
            case WAIT -> step.days() != null;
            case AWAIT_SUBSCRIPTION -> true;
            case CONDITION -> step.criteria() != null && !step.criteria().isEmpty();
            case REVIEW -> definition.exit() != null;
        };
        if (!complete) {
            throw Rejected.invalid("step-incomplete", at, step.type());
        }
        check(step.criteria(), at + "/criteria");
    }

    private static void check(@Nullable List<CriterionSpec> criteria, String at) {
        for (var i = 0; criteria != null && i < criteria.size(); i++) {
            if (criteria.get(i).kind().hasValue() != (criteria.get(i).at() != null)) {
                throw Rejected.invalid(
                        "criterion-value", at + "/" + i, criteria.get(i).kind());
            }
        }
    }
}
