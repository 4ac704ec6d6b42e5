package dev.rivulet.success.contact;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What people at customers went by, from the first snapshot on; also of those who are no contacts any more. */
@Singleton
class Identities {

    private final Sql sql;
    private final Tenants tenants;

    Identities(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    void keep(ContactState state) {
        sql.update(
                "INSERT INTO contact_identity (tenant_id, contact_id, account_id, name, email) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                tenants.current(),
                state.id(),
                state.accountId(),
                state.name(),
                state.email());
    }

    List<Identity> of(UUID contact) {
        return sql.query(
                "SELECT account_id, name, email FROM contact_identity WHERE tenant_id = ? AND contact_id = ?"
                        + " ORDER BY name, email",
                row -> new Identity(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                tenants.current(),
                contact);
    }

    void forget(UUID contact) {
        sql.update("DELETE FROM contact_identity WHERE tenant_id = ? AND contact_id = ?", tenants.current(), contact);
    }
}
