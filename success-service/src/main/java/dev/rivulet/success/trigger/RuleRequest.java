package dev.rivulet.success.trigger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.task.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule to be made. */
@Schema(name = "TriggerRuleRequest", examples = """
        {"name": "Recommendation collapses", "enabled": true,
         "condition": {"kind": "SCORE_BELOW", "component": "NPS", "at": "50", "rearmAt": "55", "worsening": "5"},
         "cooldownDays": 7, "severity": "HIGH", "dueInDays": 3, "workingDays": true,
         "owner": "mila.horn@acme.example", "queue": "success", "escalateTo": "@admin"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleRequest(
        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Recommendation collapses")
        String name,

        @Schema(examples = "true", description = "Whether it fires; left out, it does") @Nullable
        Boolean enabled,

        @NotNull @Valid Condition condition,

        @Min(value = 0, message = "{rule-days}")
        @Max(value = 365, message = "{rule-days}")
        @Schema(examples = "7", description = "Whole local days between two firings for a customer; left out, 7")
        @Nullable
        Integer cooldownDays,

        @Schema(examples = "HIGH", description = "Of the task; left out, HIGH") @Nullable
        Severity severity,

        @Min(value = 0, message = "{rule-days}")
        @Max(value = 365, message = "{rule-days}")
        @Schema(examples = "3", description = "The task's deadline, counted from the customer's today; left out, 3")
        @Nullable
        Integer dueInDays,

        @Schema(
                examples = "true",
                description = "Whether Saturdays and Sundays do not count, nor end it; left out, they do not")
        @Nullable
        Boolean workingDays,

        @Pattern(regexp = "[^@\\s]\\S{0,199}", message = "{owner-format}")
        @Schema(
                examples = "mila.horn@acme.example",
                description = "Who gets the tasks; left out: the customer's manager, or who takes it from the queue")
        @Nullable
        String owner,

        @Pattern(regexp = "[a-z]{1,40}", message = "{queue-format}")
        @Schema(examples = "success", description = "Role in whose queue tasks without an owner lie; left out, success")
        @Nullable
        String queue,

        @Pattern(regexp = "\\S{1,200}", message = "{owner-format}")
        @Schema(
                examples = "@admin",
                description =
                        "Who gets the task once its deadline has passed: a person, or @ and a role; left out, nobody")
        @Nullable
        String escalateTo) {

    RuleDefinition definition() {
        return new RuleDefinition(
                condition,
                cooldownDays == null ? 7 : cooldownDays,
                severity == null ? Severity.HIGH : severity,
                dueInDays == null ? 3 : dueInDays,
                workingDays == null || workingDays,
                owner,
                queue == null ? "success" : queue,
                escalateTo);
    }

    static RuleRequest of(TriggerRule rule) {
        var definition = rule.definition;
        return new RuleRequest(
                rule.name,
                rule.enabled,
                definition.condition(),
                definition.cooldownDays(),
                definition.severity(),
                definition.dueInDays(),
                definition.workingDays(),
                definition.owner(),
                definition.queue(),
                definition.escalateTo());
    }
}
