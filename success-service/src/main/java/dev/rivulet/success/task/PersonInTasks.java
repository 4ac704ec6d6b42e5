package dev.rivulet.success.task;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.erasure.PersonErased;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Takes a person who is erased out of what managers noted on tasks. */
@Singleton
class PersonInTasks {

    private final Sql sql;
    private final Tenants tenants;

    PersonInTasks(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    private record Written(UUID id, String text) {}

    void erase(@Observes PersonErased person) {
        var written = sql.query(
                "SELECT id, note FROM success_task WHERE tenant_id = ? AND account_id = ? AND note IS NOT NULL",
                row -> new Written(row.getObject(1, UUID.class), row.getString(2)),
                tenants.current(),
                person.account());
        for (var text : written) {
            var left = person.without(text.text());
            if (!text.text().equals(left)) {
                sql.update(
                        "UPDATE success_task SET note = ?, version = version + 1 WHERE tenant_id = ? AND id = ?",
                        left,
                        tenants.current(),
                        text.id());
            }
        }
    }
}
