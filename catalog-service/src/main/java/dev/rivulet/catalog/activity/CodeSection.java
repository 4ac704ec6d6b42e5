package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.CodeTree;
import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Activity codes in an export. */
@Singleton
class CodeSection extends Section<CodeSection.Row> {

    private final EditionRepository editions;
    private final CodeTable codes;
    private final Tenants tenants;
    private final Sql sql;

    CodeSection(EditionRepository editions, CodeTable codes, Tenants tenants, Sql sql) {
        super("activity-code", 1_010, Row.class);
        this.editions = editions;
        this.codes = codes;
        this.tenants = tenants;
        this.sql = sql;
    }

    record Row(
            @NotNull UUID editionId,

            @NotBlank @Size(max = 20, message = "{text-too-long}")
            String code,

            @Nullable @Size(max = 20, message = "{text-too-long}")
            String parent,

            @Nullable @Size(max = 40, message = "{text-too-long}")
            String section,

            @Nullable @Size(max = 40, message = "{text-too-long}")
            String level,

            @NotBlank @Size(max = 1_000, message = "{text-too-long}")
            String name,

            boolean licensed) {

        static Row of(UUID edition, CodeView code) {
            return new Row(
                    edition, code.code(), code.parent(), code.section(), code.level(), code.name(), code.licensed());
        }

        CodeView asCode() {
            return new CodeView(code, parent, section, level, name, licensed);
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return sql.query(
                "SELECT edition_id, code, parent, section, level, name, licensed FROM activity_code"
                        + " WHERE tenant_id = ? AND (edition_id, code) > (?, ?) ORDER BY edition_id, code LIMIT ?",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7)),
                tenants.current(),
                last == null ? new UUID(0, 0) : last.editionId(),
                last == null ? "" : last.code(),
                count);
    }

    @Override
    protected @Nullable Row find(Row row) {
        var code = codes.find(row.editionId(), row.code());
        return code == null ? null : Row.of(row.editionId(), code);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (!CodeTree.isCode(row.code())) {
            throw Rejected.invalid("activity-code-format", "/code", row.code());
        }
        if (editions.findByIdOptional(row.editionId()).isEmpty()) {
            throw Rejected.unprocessable("activity-edition-unknown", "/editionId", row.editionId());
        }
        codes.put(row.editionId(), List.of(row.asCode()));
    }
}
