package dev.rivulet.success.task;

import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes a person who is erased out of what managers noted on tasks, and of what they were asked to do by others. */
@Singleton
class PersonInTasks {

    private static final String OF_THE_ACCOUNT_OR_NONE = "(account_id = ? OR account_id IS NULL)";

    private final WrittenWords words;

    PersonInTasks(WrittenWords words) {
        this.words = words;
    }

    void erase(@Observes PersonErased person) {
        words.clean(
                person,
                "success_task",
                "note",
                "note = ?, version = version + 1",
                OF_THE_ACCOUNT_OR_NONE,
                person.account());
        words.clean(
                person,
                "success_task",
                "why -> 'arguments' ->> 0",
                "why = jsonb_set(why, '{arguments,0}', to_jsonb(?::text)), version = version + 1",
                "why ->> 'code' = 'told' AND " + OF_THE_ACCOUNT_OR_NONE,
                person.account());
    }
}
