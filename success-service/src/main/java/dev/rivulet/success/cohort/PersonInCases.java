package dev.rivulet.success.cohort;

import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** A person in how cases were closed: shown to them, and gone once they are erased. */
@Singleton
class PersonInCases {

    private final WrittenWords words;

    PersonInCases(WrittenWords words) {
        this.words = words;
    }

    void export(@Observes PersonExport person) {
        person.add("cohortCases", words.namingAll(person, "closeNote", "cohort_case", "close_note"));
    }

    void erase(@Observes PersonErased person) {
        words.cleanAll(person, "cohort_case", "close_note", "close_note = ?, version = version + 1");
    }
}
