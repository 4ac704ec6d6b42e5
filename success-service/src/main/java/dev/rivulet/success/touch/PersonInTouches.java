package dev.rivulet.success.touch;

import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes a person who is erased out of why a customer is looked after as it is. */
@Singleton
class PersonInTouches {

    private final WrittenWords words;

    PersonInTouches(WrittenWords words) {
        this.words = words;
    }

    void erase(@Observes PersonErased person) {
        words.clean(person, "touch_change", "reason", "reason = ?", "subject_id = ?", person.account());
    }
}
