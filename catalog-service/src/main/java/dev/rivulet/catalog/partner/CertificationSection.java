package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.catalog.playbook.Playbooks;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who knows which version of which playbook, in an export; certifications never change. */
@Singleton
class CertificationSection extends Section<CertificationSection.Row> {

    private final CertificationRepository repository;
    private final PersonRepository persons;
    private final Playbooks playbooks;
    private final PastDays pastDays;

    CertificationSection(
            CertificationRepository repository, PersonRepository persons, Playbooks playbooks, PastDays pastDays) {
        super("certification", 920, Row.class);
        this.repository = repository;
        this.persons = persons;
        this.playbooks = playbooks;
        this.pastDays = pastDays;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull UUID personId,
            @NotNull UUID playbookId,
            @NotNull LocalDate passedOn,
            @NotBlank String examiner) {

        static Row of(Certification certification) {
            return new Row(
                    certification.id,
                    certification.createdAt,
                    certification.personId,
                    certification.playbookId,
                    certification.passedOn,
                    certification.examiner);
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
            requireSame(standing, row, "");
        }
        var person = persons.findByIdOptional(row.personId())
                .orElseThrow(() -> Rejected.unprocessable("person-unknown", "/personId", row.personId()));
        var playbook = playbooks
                .everPublished(row.playbookId())
                .orElseThrow(() -> Rejected.unprocessable("playbook-not-published", "/playbookId", row.playbookId()));
        pastDays.begun(row.passedOn(), "/passedOn");
        // Asked before the database refuses it, which would take the rows around this one along.
        if (repository.count("personId = ?1 and playbookId = ?2", row.personId(), row.playbookId()) > 0) {
            throw Rejected.conflict("certification-exists", row.personId());
        }
        var certification = new Certification();
        certification.partnerId = person.partnerId;
        certification.personId = person.id;
        certification.playbookId = playbook.id();
        certification.productId = playbook.productId();
        certification.playbookVersion = playbook.playbookVersion();
        certification.passedOn = row.passedOn();
        certification.examiner = row.examiner();
        certification.createdAt = row.createdAt();
        adopt(repository.getEntityManager(), "certification", certification, row.id());
    }
}
