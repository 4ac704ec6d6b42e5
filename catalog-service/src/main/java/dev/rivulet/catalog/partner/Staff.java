package dev.rivulet.catalog.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows who works for a partner. */
@ApplicationScoped
@Transactional
class Staff {

    private final Partners partners;
    private final PersonRepository persons;
    private final MergePatch mergePatch;
    private final TenantClock clock;

    Staff(Partners partners, PersonRepository persons, MergePatch mergePatch, TenantClock clock) {
        this.partners = partners;
        this.persons = persons;
        this.mergePatch = mergePatch;
        this.clock = clock;
    }

    List<Person> list(UUID partner, UUID after, int count) {
        return persons.after(partners.get(partner).id, after, count);
    }

    Person get(UUID partner, UUID id) {
        return persons.of(partners.get(partner).id, id).orElseThrow(() -> Rejected.notFound("person", id));
    }

    Person add(UUID partner, PersonRequest request) {
        var person = new Person();
        person.partnerId = partners.present(partner).id;
        person.name = request.name();
        person.email = request.email();
        person.createdAt = clock.now();
        persons.persistAndFlush(person);
        return person;
    }

    Person change(UUID partner, UUID id, @Nullable String ifMatch, JsonNode patch) {
        var person = get(partner, id);
        Etag.require(ifMatch, person.version);
        var changed = mergePatch.apply(PersonRequest.of(person), patch);
        person.name = changed.name();
        person.email = changed.email();
        persons.flush();
        return person;
    }

    Person leave(UUID partner, UUID id, @Nullable String ifMatch) {
        var person = get(partner, id);
        Etag.require(ifMatch, person.version);
        if (person.leftAt != null) {
            throw Rejected.conflict("person-left", id);
        }
        person.leftAt = clock.now();
        persons.flush();
        return person;
    }
}
