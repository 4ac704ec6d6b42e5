package dev.rivulet.catalog.linter;

import dev.rivulet.catalog.linter.domain.Field;
import dev.rivulet.catalog.linter.domain.Place;
import dev.rivulet.catalog.linter.domain.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's own rule. */
@Schema(name = "LintRule")
record OwnRuleView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this rule with")
        long version,

        @Schema(examples = "no-digital-transformation") String code,
        boolean active,
        Severity severity,
        Place place,
        List<Field> fields,
        @Schema(examples = "[\"HR_HEAD\"]") List<String> functions,
        boolean unlessProven,
        @Schema(examples = "[\"synergy\"]") List<String> phrases,

        @Schema(examples = "Say what changes for the customer, and by how much.")
        String advice,

        Instant createdAt) {

    static OwnRuleView of(OwnRule rule) {
        return new OwnRuleView(
                rule.id,
                rule.version,
                rule.code,
                rule.active,
                rule.severity,
                rule.place,
                rule.fields,
                rule.functions,
                rule.unlessProven,
                rule.phrases,
                rule.advice,
                rule.createdAt);
    }
}
