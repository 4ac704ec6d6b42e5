package dev.rivulet.success.cohort;

import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes a person who is erased out of how cases were closed. */
@Singleton
class PersonInCases {

    private final WrittenWords words;

    PersonInCases(WrittenWords words) {
        this.words = words;
    }

    void erase(@Observes PersonErased person) {
        words.cleanAll(person, "cohort_case", "close_note", "close_note = ?, version = version + 1");
    }
}
