package dev.rivulet.success.value;

import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes a person who is erased out of what was confirmed and noted; outcome and measurements stay. */
@Singleton
class PersonInPromises {

    private static final String OF_THE_ACCOUNT = "promise_id IN (SELECT id FROM promise WHERE account_id = ?)";

    private final WrittenWords words;

    PersonInPromises(WrittenWords words) {
        this.words = words;
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
