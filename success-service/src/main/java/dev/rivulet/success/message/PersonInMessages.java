package dev.rivulet.success.message;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.erasure.PersonErased;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Messages to a person who is erased: that they were sent stays, to whom and in which words goes; none goes out. */
@Singleton
class PersonInMessages {

    private final Sql sql;
    private final Tenants tenants;

    PersonInMessages(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    void erase(@Observes PersonErased person) {
        person.pseudonyms().forEach((user, pseudonym) -> {
            sql.update(
                    "UPDATE message SET recipient = ?, subject = ?, body = ?, unsubscribe_link = '',"
                            + " status = CASE WHEN status = 'WAITING' THEN 'SUPPRESSED' ELSE status END"
                            + " WHERE tenant_id = ? AND recipient = ?",
                    pseudonym,
                    PersonErased.GONE,
                    PersonErased.GONE,
                    tenants.current(),
                    user);
            sql.update("DELETE FROM message_link WHERE tenant_id = ? AND recipient = ?", tenants.current(), user);
            sql.update("DELETE FROM message_opt_out WHERE tenant_id = ? AND recipient = ?", tenants.current(), user);
        });
    }
}
