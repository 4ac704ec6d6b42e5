package dev.rivulet.success.trigger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.task.Severity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule said from a time on. */
@Schema(name = "TriggerRuleRevision")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RevisionView(
        @Schema(examples = "2") int revision,
        Condition condition,
        @Schema(examples = "3") int cooldownDays,
        Severity severity,
        @Schema(examples = "3") int dueInDays,
        @Schema(examples = "false") boolean workingDays,

        @Schema(examples = "mila.horn@acme.example") @Nullable
        String owner,

        @Schema(examples = "success") String queue,
        @Schema(examples = "@admin") @Nullable String escalateTo,
        Instant decidedAt,

        @Schema(examples = "mila.horn@acme.example", description = "Absent where it came with the product") @Nullable
        String decidedBy) {

    static RevisionView of(RuleRevision revision) {
        var definition = revision.definition;
        return new RevisionView(
                revision.revision,
                definition.condition(),
                definition.cooldownDays(),
                definition.severity(),
                definition.dueInDays(),
                definition.workingDays(),
                definition.owner(),
                definition.queue(),
                definition.escalateTo(),
                revision.decidedAt,
                revision.decidedBy);
    }
}
