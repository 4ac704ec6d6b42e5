package dev.rivulet.success.survey;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.care.CareView;
import dev.rivulet.success.care.Cares;
import dev.rivulet.success.contact.Contacts;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.Standing;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who can be asked, and what is known of them. */
@Singleton
class People {

    private final Customers customers;
    private final Contacts contacts;
    private final Cares cares;

    People(Customers customers, Contacts contacts, Cares cares) {
        this.customers = customers;
        this.contacts = contacts;
        this.cares = cares;
    }

    /** Those of the audience who can be asked, each once. */
    List<Person> of(Audience audience) {
        var named = audience.people();
        var matching = audience.contacts();
        var meant = named != null
                ? named.stream()
                        .map(each ->
                                new Person(each.accountId(), each.respondent().strip()))
                        .distinct()
                : matching != null ? matching(matching) : Stream.<Person>empty();
        var all = meant.toList();
        var known = all.stream()
                .map(Person::accountId)
                .distinct()
                .filter(customers::knows)
                .collect(Collectors.toSet());
        return all.stream().filter(person -> known.contains(person.accountId())).toList();
    }

    /**
     * An anonymous survey hides each answer among those of others, who therefore must be people known here, each once
     * and under one name: 422 {@code contact-unknown}.
     */
    void requireContacts(Audience audience) {
        var named = audience.people();
        if (named == null) {
            return;
        }
        var known = contacts.of(null).stream()
                .map(each -> new Person(each.account(), each.contact().id().toString()))
                .collect(Collectors.toSet());
        for (var index = 0; index < named.size(); index++) {
            var person = named.get(index);
            if (!known.contains(
                    new Person(person.accountId(), person.respondent().strip()))) {
                throw Rejected.unprocessable("contact-unknown", "/audience/people/" + index + "/respondent");
            }
        }
    }

    private Stream<Person> matching(Audience.Matching matching) {
        var known = contacts.of(matching.function());
        var segment = matching.segmentId();
        var care = segment == null
                ? Map.<UUID, CareView>of()
                : cares.of(
                        known.stream().map(Contacts.Person::account).distinct().toList());
        var standings = customers.standings(customers.todays(
                known.stream().map(Contacts.Person::account).distinct().toList()));
        return known.stream()
                .filter(each -> standings.getOrDefault(each.account(), Standing.ENDED) != Standing.ENDED)
                .filter(each -> segment == null || segment.equals(segment(care.get(each.account()))))
                .map(each -> new Person(each.account(), each.contact().id().toString()));
    }

    private static @Nullable UUID segment(@Nullable CareView care) {
        return care == null ? null : care.segmentId();
    }

    /** As of the customer's local day. */
    Traits traits(UUID account, String respondent, @Nullable String function, LocalDate day) {
        var plan = customers.planName(account, day);
        var segment = segment(cares.of(List.of(account)).get(account));
        return new Traits(segment == null ? null : segment.toString(), plan, function(account, respondent, function));
    }

    /** What was said, or else is known of a contact. */
    private @Nullable String function(UUID account, String respondent, @Nullable String said) {
        var contact = new Person(account, respondent).contact();
        return said != null || contact == null
                ? said
                : contacts.find(contact)
                        .filter(person -> person.account().equals(account))
                        .map(person -> person.contact().function())
                        .orElse(null);
    }
}
