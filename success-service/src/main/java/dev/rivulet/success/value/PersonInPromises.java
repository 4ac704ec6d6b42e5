package dev.rivulet.success.value;

import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a person confirmed, or was named in: shown to them. Once they are erased, outcome and measurements stay without
 * them.
 */
@Singleton
class PersonInPromises {

    private static final String OF_THE_ACCOUNT = "promise_id IN (SELECT id FROM promise WHERE account_id = ?)";

    private final WrittenWords words;

    PersonInPromises(WrittenWords words) {
        this.words = words;
    }

    void export(@Observes PersonExport person) {
        var account = person.account();
        person.add(
                "promises",
                Stream.of(
                                words.naming(
                                        person, "confirmedBy", "promise", "confirmed_by", "account_id = ?", account),
                                words.naming(person, "note", "promise_measurement", "note", OF_THE_ACCOUNT, account),
                                words.naming(person, "takenBy", "promise_step", "taken_by", OF_THE_ACCOUNT, account),
                                words.naming(person, "reason", "promise_step", "reason", OF_THE_ACCOUNT, account))
                        .flatMap(List::stream)
                        .toList());
    }

    void erase(@Observes PersonErased person) {
        words.clean(
                person,
                "promise",
                "confirmed_by",
                "confirmed_by = ?, version = version + 1",
                "account_id = ?",
                person.account());
        words.clean(person, "promise_measurement", "note", "note = ?", OF_THE_ACCOUNT, person.account());
        for (var column : List.of("taken_by", "reason")) {
            words.clean(person, "promise_step", column, column + " = ?", OF_THE_ACCOUNT, person.account());
        }
    }
}
