package dev.rivulet.catalog.casestudy;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Case studies in an export; the promise that one was made of is a row of its own, behind the propositions. */
@Singleton
class CaseStudySection extends Section<CaseStudySection.Row> {

    private final CaseStudyRepository repository;
    private final CaseStudies studies;
    private final PastDays pastDays;

    CaseStudySection(CaseStudyRepository repository, CaseStudies studies, PastDays pastDays) {
        super("case-study", 350, Row.class);
        this.repository = repository;
        this.studies = studies;
        this.pastDays = pastDays;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull CaseStudyStatus status,
            @NotNull Consent consent,

            @Size(max = 200, message = "{text-too-long}") @Nullable
            String consentGivenBy,

            @Nullable LocalDate consentGivenOn,
            @Nullable Instant publishedAt,
            @NotNull @Valid CaseStudyRequest content) {

        static Row of(CaseStudy study) {
            return new Row(
                    study.id,
                    study.createdAt,
                    study.status,
                    study.consent,
                    study.consentGivenBy,
                    study.consentGivenOn,
                    study.publishedAt,
                    CaseStudyRequest.of(study));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count, null, null, null).stream()
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
            requireUnmoved(standing, row);
        }
        var study = standing == null ? new CaseStudy() : repository.findById(row.id());
        studies.write(study, row.content(), "/content");
        if (standing == null) {
            study.status = row.status();
            study.consent = row.consent();
            study.consentGivenBy = row.consentGivenBy();
            study.consentGivenOn =
                    row.consentGivenOn() == null ? null : pastDays.begun(row.consentGivenOn(), "/consentGivenOn");
            study.createdAt = row.createdAt();
            study.publishedAt = row.publishedAt();
            if (study.status == CaseStudyStatus.PUBLISHED) {
                requireTellable(study, row);
            }
            adopt(repository.getEntityManager(), "case_study", study, row.id());
            study = repository.findById(row.id());
        }
        // What was published is told as state; the fact that it was published happened once.
        studies.announced(study);
    }

    private static void requireUnmoved(Row standing, Row row) {
        requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        requireSame(standing.status(), row.status(), "/status");
        requireSame(standing.consent(), row.consent(), "/consent");
        requireSame(standing.consentGivenBy(), row.consentGivenBy(), "/consentGivenBy");
        requireSame(standing.consentGivenOn(), row.consentGivenOn(), "/consentGivenOn");
        requireSame(standing.publishedAt(), row.publishedAt(), "/publishedAt");
        if (standing.status() == CaseStudyStatus.PUBLISHED) {
            throw Rejected.conflict("case-study-published", row.id());
        }
    }

    private static void requireTellable(CaseStudy study, Row row) {
        given(study.publishedAt, "/publishedAt");
        if (study.consent == Consent.NONE) {
            throw Rejected.unprocessable("consent-missing", "/consent", row.id());
        }
        CaseStudies.refuseUntellable(study, "/content");
    }
}
