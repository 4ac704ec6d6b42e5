package dev.rivulet.success.task;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to tasks, noted in the transaction in which it happens, for those who watch an inbox. */
@Singleton
class TaskEvents {

    /** What happened. */
    enum Kind {
        OPENED,
        /** It is in this inbox now. */
        ASSIGNED,
        /** It has gone to another inbox. */
        TAKEN_AWAY,
        SNOOZED,
        /** What it warns of has become worse, or has happened again; whoever put it off has it back. */
        WORSENED,
        /** The day until which it was put off has come. */
        WOKEN,
        /** The deadline has passed, and it has come to this inbox. */
        ESCALATED,
        COMPLETED,
        REOPENED
    }

    private final Sql sql;
    private final Tenants tenants;

    TaskEvents(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** @param owner whose inbox it is, or null for that of the queue */
    void note(UUID task, @Nullable String owner, String queue, Kind kind) {
        sql.update(
                "INSERT INTO task_event (tenant_id, task_id, owner, queue, kind) VALUES (?, ?, ?, ?, ?)",
                tenants.current(),
                task,
                owner,
                queue,
                kind.name());
    }
}
