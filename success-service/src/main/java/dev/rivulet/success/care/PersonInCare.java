package dev.rivulet.success.care;

import dev.rivulet.success.erasure.PersonExport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shows a person where they are the sponsor, and what customers are said to be in their name. */
@Singleton
class PersonInCare {

    private final CareRepository cares;

    PersonInCare(CareRepository cares) {
        this.cares = cares;
    }

    /** What is said of a customer that concerns a person; attributes that name them. */
    @Schema(name = "PersonCare")
    public record Concerning(UUID accountId, boolean sponsor, Map<String, String> attributes) {}

    void export(@Observes PersonExport person) {
        person.add(
                "care",
                cares.list("accountId = ?1 or sponsorContactId = ?2", person.account(), person.contact()).stream()
                        .flatMap(care -> concerning(care, person))
                        .toList());
    }

    private static Stream<Concerning> concerning(Care care, PersonExport person) {
        var attributes = care.attributes.entrySet().stream()
                .filter(each -> person.isNamedIn(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var sponsor = person.contact().equals(care.sponsorContactId);
        return sponsor || !attributes.isEmpty()
                ? Stream.of(new Concerning(care.accountId, sponsor, attributes))
                : Stream.empty();
    }
}
