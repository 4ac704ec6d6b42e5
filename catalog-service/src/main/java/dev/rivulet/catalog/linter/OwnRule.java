package dev.rivulet.catalog.linter;

import dev.rivulet.catalog.linter.domain.Field;
import dev.rivulet.catalog.linter.domain.LintRule;
import dev.rivulet.catalog.linter.domain.Phrase;
import dev.rivulet.catalog.linter.domain.Place;
import dev.rivulet.catalog.linter.domain.Severity;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A tenant's own rule; its advice is in whatever language the tenant writes. */
@Entity
@Table(name = "lint_rule")
class OwnRule extends TenantEntity {

    @Column(updatable = false)
    String code;

    @Column
    boolean active;

    @Column
    @Enumerated(EnumType.STRING)
    Severity severity;

    @Column
    @Enumerated(EnumType.STRING)
    Place place;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<Field> fields;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> functions;

    @Column(name = "unless_proven")
    boolean unlessProven;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> phrases;

    @Column
    String advice;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    LintRule rule() {
        return new LintRule(
                code,
                severity,
                place,
                Set.copyOf(fields),
                functions.stream().map(Phrase::of).toList(),
                unlessProven,
                phrases.stream().map(Phrase::of).toList(),
                List.of(),
                text -> false,
                Map.of(Language.EN.code(), advice, Language.RU.code(), advice));
    }
}
