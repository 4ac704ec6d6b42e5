package dev.rivulet.success.touch;

import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** A person in why a customer is looked after as it is: shown to them, and gone once they are erased. */
@Singleton
class PersonInTouches {

    private final WrittenWords words;

    PersonInTouches(WrittenWords words) {
        this.words = words;
    }

    void export(@Observes PersonExport person) {
        person.add(
                "touchChanges",
                words.naming(person, "reason", "touch_change", "reason", "subject_id = ?", person.account()));
    }

    void erase(@Observes PersonErased person) {
        words.clean(person, "touch_change", "reason", "reason = ?", "subject_id = ?", person.account());
    }
}
