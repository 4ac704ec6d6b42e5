package dev.rivulet.catalog.casestudy;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of which promise a case study was made, in an export. Propositions refer to case studies, and these by their origin
 * to propositions, so that the origin comes behind both.
 */
@Singleton
class CaseStudyOriginSection extends Section<CaseStudyOriginSection.Row> {

    private static final String NO_PARENT = "23503";

    private final CaseStudyRepository repository;
    private final CaseStudies studies;
    private final Sql sql;

    CaseStudyOriginSection(CaseStudyRepository repository, CaseStudies studies, Sql sql) {
        super("case-study-origin", 450, Row.class);
        this.repository = repository;
        this.studies = studies;
        this.sql = sql;
    }

    /** The id is the case study's; the promise is success-service's, the account subscription-service's. */
    record Row(
            @NotNull UUID id,
            @NotNull UUID propositionId,
            @NotNull UUID promiseId,
            @NotNull UUID accountId) {

        static Row of(CaseStudy study) {
            return new Row(
                    study.id,
                    Objects.requireNonNull(study.propositionId),
                    Objects.requireNonNull(study.promiseId),
                    Objects.requireNonNull(study.accountId));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.ofPromises(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository
                .findByIdOptional(row.id())
                .filter(study -> study.promiseId != null)
                .map(Row::of)
                .orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing.propositionId(), row.propositionId(), "/propositionId");
            requireSame(standing.promiseId(), row.promiseId(), "/promiseId");
            requireSame(standing.accountId(), row.accountId(), "/accountId");
        }
        var study = repository
                .findByIdOptional(row.id())
                .orElseThrow(() -> Rejected.unprocessable("case-study-unknown", "/id", row.id()));
        if (repository.hasOf(row.promiseId())) {
            throw Rejected.conflict("promise-told", row.promiseId());
        }
        link(study, row);
        repository.getEntityManager().refresh(study);
        studies.announced(study);
    }

    /** By a plain statement, whose refusal Hibernate does not hear of: this feature knows no propositions to ask for. */
    private void link(CaseStudy study, Row row) {
        try {
            sql.update(
                    "UPDATE case_study SET proposition_id = ?, promise_id = ?, account_id = ?, version = version + 1"
                            + " WHERE tenant_id = ? AND id = ?",
                    row.propositionId(),
                    row.promiseId(),
                    row.accountId(),
                    study.tenant,
                    study.id);
        } catch (Sql.SqlFailure refused) {
            if (NO_PARENT.equals(refused.state())) {
                throw Rejected.unprocessable("proposition-unknown", "/propositionId", row.propositionId());
            }
            throw refused;
        }
    }
}
