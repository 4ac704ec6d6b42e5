package dev.rivulet.success.trigger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.task.Severity;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule as its latest revision says. */
@Schema(name = "TriggerRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleView(
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "1", description = "Counts the changes of what it says")
        int revision,

        @Schema(examples = "Score is low") String name,
        @Schema(examples = "true") boolean enabled,

        @Schema(examples = "true", description = "Whether it came with the product")
        boolean builtIn,

        Condition condition,

        @Schema(examples = "3", description = "Whole local days between two firings for a customer")
        int cooldownDays,

        Severity severity,
        @Schema(examples = "3") int dueInDays,

        @Schema(examples = "false", description = "Whether Saturdays and Sundays do not count")
        boolean workingDays,

        @Schema(examples = "mila.horn@acme.example") @Nullable
        String owner,

        @Schema(examples = "success") String queue,
        @Schema(examples = "@admin") @Nullable String escalateTo,
        Instant createdAt) {

    static RuleView of(TriggerRule rule) {
        var definition = rule.definition;
        return new RuleView(
                rule.id,
                rule.version,
                rule.revision,
                rule.name,
                rule.enabled,
                rule.builtIn,
                definition.condition(),
                definition.cooldownDays(),
                definition.severity(),
                definition.dueInDays(),
                definition.workingDays(),
                definition.owner(),
                definition.queue(),
                definition.escalateTo(),
                rule.createdAt);
    }
}
