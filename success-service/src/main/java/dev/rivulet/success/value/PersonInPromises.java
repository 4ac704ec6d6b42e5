package dev.rivulet.success.value;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.erasure.PersonErased;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Takes a person who is erased out of what was confirmed and noted; outcome and measurements stay. */
@Singleton
class PersonInPromises {

    private final Sql sql;
    private final Tenants tenants;

    PersonInPromises(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    private record Written(UUID id, String text) {}

    void erase(@Observes PersonErased person) {
        clean(
                person,
                "SELECT id, confirmed_by FROM promise WHERE tenant_id = ? AND account_id = ? AND confirmed_by IS NOT"
                        + " NULL",
                "UPDATE promise SET confirmed_by = ?, version = version + 1 WHERE tenant_id = ? AND id = ?");
        clean(
                person,
                "SELECT m.id, m.note FROM promise_measurement m JOIN promise p ON (p.tenant_id, p.id) = (m.tenant_id,"
                        + " m.promise_id) WHERE m.tenant_id = ? AND p.account_id = ? AND m.note IS NOT NULL",
                "UPDATE promise_measurement SET note = ? WHERE tenant_id = ? AND id = ?");
        for (var column : List.of("taken_by", "reason")) {
            clean(
                    person,
                    "SELECT s.id, s." + column + " FROM promise_step s JOIN promise p ON (p.tenant_id, p.id) ="
                            + " (s.tenant_id, s.promise_id) WHERE s.tenant_id = ? AND p.account_id = ? AND s." + column
                            + " IS NOT NULL",
                    "UPDATE promise_step SET " + column + " = ? WHERE tenant_id = ? AND id = ?");
        }
    }

    private void clean(PersonErased person, String select, String update) {
        var written = sql.query(
                select,
                row -> new Written(row.getObject(1, UUID.class), row.getString(2)),
                tenants.current(),
                person.account());
        for (var text : written) {
            var left = person.without(text.text());
            if (!text.text().equals(left)) {
                sql.update(update, left, tenants.current(), text.id());
            }
        }
    }
}
