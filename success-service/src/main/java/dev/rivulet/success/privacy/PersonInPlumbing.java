package dev.rivulet.success.privacy;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.erasure.PersonErased;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes a person who is erased out of what no feature looks at: events that could not be applied, and answers kept for
 * whoever asks again.
 */
@Singleton
class PersonInPlumbing {

    private final Sql sql;
    private final Tenants tenants;

    PersonInPlumbing(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    private record Written(String id, String text) {}

    /** The person's own snapshots would bring nothing back; they need no replay. */
    void erase(@Observes PersonErased person) {
        sql.update(
                "DELETE FROM dead_letter WHERE tenant_id = ? AND aggregate_id = ?",
                tenants.current(),
                person.contact().toString());
        for (var name : person.names()) {
            clean(
                    person,
                    name,
                    "SELECT id::text, payload FROM dead_letter WHERE tenant_id = ? AND strpos(lower(payload), lower(?)) > 0",
                    "UPDATE dead_letter SET payload = ? WHERE tenant_id = ? AND id = ?::uuid");
            clean(
                    person,
                    name,
                    "SELECT key, body FROM idempotency_key WHERE tenant_id = ? AND strpos(lower(body), lower(?)) > 0",
                    "UPDATE idempotency_key SET body = ? WHERE tenant_id = ? AND key = ?");
        }
    }

    private void clean(PersonErased person, String name, String select, String update) {
        var written =
                sql.query(select, row -> new Written(row.getString(1), row.getString(2)), tenants.current(), name);
        for (var text : written) {
            sql.update(update, person.without(text.text()), tenants.current(), text.id());
        }
    }
}
