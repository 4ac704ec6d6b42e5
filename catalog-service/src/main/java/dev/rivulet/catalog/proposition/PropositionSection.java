package dev.rivulet.catalog.proposition;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Value propositions in an export; the evidence is not, because it comes back by event. */
@Singleton
class PropositionSection extends Section<PropositionSection.Row> {

    private final PropositionRepository propositions;
    private final Promising promising;
    private final Sql sql;

    PropositionSection(PropositionRepository propositions, Promising promising, Sql sql) {
        super("value-proposition", 400, Row.class);
        this.propositions = propositions;
        this.promising = promising;
        this.sql = sql;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull PropositionStatus status,
            @Min(1) int propositionVersion,
            @Nullable Instant approvedAt,
            @NotNull @Valid PropositionRequest content) {

        static Row of(Proposition proposition) {
            return new Row(
                    proposition.id,
                    proposition.createdAt,
                    proposition.status,
                    proposition.propositionVersion,
                    proposition.approvedAt,
                    PropositionRequest.of(proposition));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return propositions.after(last == null ? new UUID(0, 0) : last.id(), count, null, null).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return propositions.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if ((row.status() == PropositionStatus.DRAFT) != (row.approvedAt() == null)) {
            throw Rejected.invalid("value-invalid", "/approvedAt", String.valueOf(row.approvedAt()));
        }
        if (standing != null) {
            requireSame(standing.status(), row.status(), "/status");
            requireSame(standing.propositionVersion(), row.propositionVersion(), "/propositionVersion");
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
            if (standing.status() != PropositionStatus.DRAFT) {
                throw Rejected.conflict("proposition-approved", row.id());
            }
        }
        var proposition = standing == null ? new Proposition() : propositions.findById(row.id());
        promising.word(proposition, row.content(), "/content");
        if (standing == null) {
            proposition.status = row.status();
            proposition.propositionVersion = row.propositionVersion();
            proposition.createdAt = row.createdAt();
            proposition.approvedAt = row.approvedAt();
            propositions.persistAndFlush(proposition);
            // Hibernate makes ids itself; the row's own takes its place before anything refers to it.
            sql.update(
                    "UPDATE value_proposition SET id = ? WHERE tenant_id = ? AND id = ?",
                    row.id(),
                    proposition.tenant,
                    proposition.id);
            propositions.getEntityManager().detach(proposition);
            proposition = propositions.findById(row.id());
        }
        promising.announced(proposition);
    }
}
