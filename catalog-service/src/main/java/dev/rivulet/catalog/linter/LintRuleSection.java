package dev.rivulet.catalog.linter;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's own rules in an export. */
@Singleton
class LintRuleSection extends Section<LintRuleSection.Row> {

    private final OwnRuleRepository rules;

    LintRuleSection(OwnRuleRepository rules) {
        super("lint-rule", 90, Row.class);
        this.rules = rules;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull @Valid OwnRuleRequest content) {

        static Row of(OwnRule rule) {
            return new Row(rule.id, rule.createdAt, new OwnRuleRequest(rule.code, OwnRuleChange.of(rule)));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return rules.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return rules.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var content = row.content();
        given(content.rule().active(), "/content/rule/active");
        given(content.rule().unlessProven(), "/content/rule/unlessProven");
        if (standing != null) {
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
            requireSame(standing.content().code(), content.code(), "/content/code");
        }
        // Asked before the database refuses it, which would take the rows around this one along.
        if (standing == null && rules.count("code", content.code()) > 0) {
            throw Rejected.conflict("key-taken", content.code());
        }
        var rule = standing == null ? new OwnRule() : rules.findById(row.id());
        Linting.write(rule, content.rule(), "/content/rule");
        if (standing == null) {
            rule.code = content.code();
            rule.createdAt = row.createdAt();
            adopt(rules.getEntityManager(), "lint_rule", rule, row.id());
        }
    }
}
