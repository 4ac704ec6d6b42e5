package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.bulk.Section;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dated rules in an export. */
@Singleton
class SaleRuleSection extends Section<SaleRuleSection.Row> {

    private final SaleRuleRepository repository;
    private final SaleRules rules;

    SaleRuleSection(SaleRuleRepository repository, SaleRules rules) {
        super("sale-rule", 1_040, Row.class);
        this.repository = repository;
        this.rules = rules;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull @Valid SaleRuleRequest content) {

        static Row of(SaleRuleEntry rule) {
            return new Row(rule.id, rule.createdAt, SaleRuleRequest.of(rule));
        }

        /** The row with another end. */
        Row ending(SaleRuleRequest other) {
            var same = content;
            return new Row(
                    id,
                    createdAt,
                    new SaleRuleRequest(
                            same.kind(),
                            same.goods(),
                            same.channel(),
                            same.serviceLine(),
                            same.code(),
                            same.validFrom(),
                            other.validTo(),
                            same.basis()));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count, null).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            // Only the end of a rule ever changes.
            requireSame(standing.ending(row.content()), row, "/content");
        }
        var rule = standing == null ? new SaleRuleEntry() : repository.findById(row.id());
        SaleRules.word(rule, row.content(), "/content");
        if (standing == null) {
            rule.createdAt = row.createdAt();
            adopt(repository.getEntityManager(), "sale_rule", rule, row.id());
            rule = repository.findById(row.id());
        }
        rules.announced(rule);
    }
}
