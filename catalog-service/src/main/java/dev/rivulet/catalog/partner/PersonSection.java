package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Partners' people in an export. */
@Singleton
class PersonSection extends Section<PersonSection.Row> {

    private final PersonRepository repository;
    private final PartnerRepository partners;

    PersonSection(PersonRepository repository, PartnerRepository partners) {
        super("person", 910, Row.class);
        this.repository = repository;
        this.partners = partners;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull UUID partnerId,
            @Nullable Instant leftAt,
            @NotNull @Valid PersonRequest content) {

        static Row of(Person person) {
            return new Row(person.id, person.createdAt, person.partnerId, person.leftAt, PersonRequest.of(person));
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
            requireSame(standing.partnerId(), row.partnerId(), "/partnerId");
            requireSame(standing.leftAt(), row.leftAt(), "/leftAt");
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        } else if (partners.findByIdOptional(row.partnerId()).isEmpty()) {
            throw Rejected.unprocessable("partner-unknown", "/partnerId", row.partnerId());
        }
        var person = standing == null ? new Person() : repository.findById(row.id());
        person.name = row.content().name();
        person.email = row.content().email();
        if (standing == null) {
            person.partnerId = row.partnerId();
            person.leftAt = row.leftAt();
            person.createdAt = row.createdAt();
            adopt(repository.getEntityManager(), "partner_person", person, row.id());
        }
    }
}
