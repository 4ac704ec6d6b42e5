package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Editions of activity codes in an export; their codes follow as rows of their own. */
@Singleton
class EditionSection extends Section<EditionSection.Row> {

    private final EditionRepository repository;
    private final Tenants tenants;
    private final Sql sql;

    EditionSection(EditionRepository repository, Tenants tenants, Sql sql) {
        super("activity-edition", 1_000, Row.class);
        this.repository = repository;
        this.tenants = tenants;
        this.sql = sql;
    }

    record Row(
            @NotNull UUID id,

            @NotNull @Pattern(regexp = CodeImports.SCHEME, message = "{activity-scheme-format}")
            String scheme,

            @NotNull @Pattern(regexp = CodeImports.EDITION, message = "{activity-edition-format}")
            String edition,

            @Nullable LocalDate validFrom,
            @Min(0) int codes,
            @NotNull Instant importedAt) {

        static Row of(Edition edition) {
            return new Row(
                    edition.id, edition.scheme, edition.edition, edition.validFrom, edition.codes, edition.importedAt);
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
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
            requireSame(standing.scheme(), row.scheme(), "/scheme");
            requireSame(standing.edition(), row.edition(), "/edition");
        }
        if (standing == null && repository.named(row.scheme(), row.edition()).isPresent()) {
            throw Rejected.conflict("key-taken", row.scheme() + " " + row.edition());
        }
        sql.update(
                "INSERT INTO activity_edition AS old (tenant_id, id, version, scheme, edition, valid_from, codes,"
                        + " imported_at) VALUES (?, ?, 0, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO UPDATE SET"
                        + " version = old.version + 1, valid_from = excluded.valid_from, codes = excluded.codes,"
                        + " imported_at = excluded.imported_at",
                tenants.current(),
                row.id(),
                row.scheme(),
                row.edition(),
                row.validFrom(),
                row.codes(),
                Timestamp.from(row.importedAt()));
    }
}
