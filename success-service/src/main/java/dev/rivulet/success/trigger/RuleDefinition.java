package dev.rivulet.success.trigger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.task.Severity;
import org.jspecify.annotations.Nullable;

/** What a revision of a rule says; never changed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleDefinition(
        Condition condition,
        int cooldownDays,
        Severity severity,
        int dueInDays,
        boolean workingDays,
        @Nullable String owner,
        String queue,
        @Nullable String escalateTo) {}
