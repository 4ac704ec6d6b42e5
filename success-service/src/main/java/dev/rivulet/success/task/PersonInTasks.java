package dev.rivulet.success.task;

import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What managers noted on tasks of a person, or were asked to do by others: shown to them; once erased, they are in it no more. */
@Singleton
class PersonInTasks {

    private static final String OF_THE_ACCOUNT_OR_NONE = "(account_id = ? OR account_id IS NULL)";

    private static final String TOLD = "why -> 'arguments' ->> 0";
    private static final String TOLD_OF_THE_ACCOUNT_OR_NONE = "why ->> 'code' = 'told' AND " + OF_THE_ACCOUNT_OR_NONE;

    private final WrittenWords words;

    PersonInTasks(WrittenWords words) {
        this.words = words;
    }

    void export(@Observes PersonExport person) {
        person.add(
                "tasks",
                Stream.of(
                                words.naming(
                                        person,
                                        "reason",
                                        "success_task",
                                        TOLD,
                                        TOLD_OF_THE_ACCOUNT_OR_NONE,
                                        person.account()),
                                words.naming(
                                        person,
                                        "note",
                                        "success_task",
                                        "note",
                                        OF_THE_ACCOUNT_OR_NONE,
                                        person.account()))
                        .flatMap(List::stream)
                        .toList());
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
                TOLD,
                "why = jsonb_set(why, '{arguments,0}', to_jsonb(?::text)), version = version + 1",
                TOLD_OF_THE_ACCOUNT_OR_NONE,
                person.account());
    }
}
