package dev.rivulet.success.message;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.erasure.WrittenWords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Messages to a person who is erased: that they were sent stays, to whom and in which words goes; none goes out. Who
 * wanted no more stays unwritten to, under the pseudonym of the address, also as the contact of another customer. What
 * others at the customer were told no longer names the person.
 */
@Singleton
class PersonInMessages {

    private static final String TO_OTHERS = "account_id = ? AND recipient <> ALL (?::text[])";

    private final Sql sql;
    private final Tenants tenants;
    private final WrittenWords words;

    PersonInMessages(Sql sql, Tenants tenants, WrittenWords words) {
        this.sql = sql;
        this.tenants = tenants;
        this.words = words;
    }

    /** That a person wants no more messages at an address of theirs. */
    @Schema(name = "PersonOptOut")
    public record OptOut(String recipient, Instant optedOutAt) {}

    void export(@Observes PersonExport export) {
        export.add(
                "optOuts",
                sql.query(
                        "SELECT recipient, opted_out_at FROM message_opt_out WHERE tenant_id = ?"
                                + " AND recipient = ANY (?::text[]) ORDER BY recipient",
                        row -> new OptOut(row.getString(1), row.getTimestamp(2).toInstant()),
                        tenants.current(),
                        users(export)));
        export.add(
                "messagesToOthers",
                Stream.of("subject", "body")
                        .flatMap(
                                column -> words
                                        .naming(
                                                export,
                                                column,
                                                "message",
                                                column,
                                                TO_OTHERS,
                                                export.account(),
                                                users(export))
                                        .stream())
                        .toList());
        export.add(
                "messages",
                sql.query(
                        "SELECT " + MessageView.COLUMNS + " FROM message WHERE tenant_id = ? AND account_id = ?"
                                + " AND recipient = ANY (?::text[]) ORDER BY id",
                        MessageView::read,
                        tenants.current(),
                        export.account(),
                        users(export)));
    }

    private static String[] users(PersonExport export) {
        return export.users().toArray(String[]::new);
    }

    void erase(@Observes PersonErased person) {
        person.pseudonyms().forEach((user, pseudonym) -> {
            sql.update(
                    "UPDATE message SET recipient = ?, subject = ?, body = ?, unsubscribe_link = '',"
                            + " status = CASE WHEN status = 'WAITING' THEN 'SUPPRESSED' ELSE status END"
                            + " WHERE tenant_id = ? AND recipient = ? AND account_id = ?",
                    pseudonym,
                    PersonErased.GONE,
                    PersonErased.GONE,
                    tenants.current(),
                    user,
                    person.account());
            sql.update(
                    "UPDATE message_link SET recipient = ? WHERE tenant_id = ? AND recipient = ?",
                    pseudonym,
                    tenants.current(),
                    user);
            sql.update(
                    "INSERT INTO message_opt_out (tenant_id, recipient, opted_out_at) SELECT tenant_id, ?, opted_out_at"
                            + " FROM message_opt_out WHERE tenant_id = ? AND recipient = ? ON CONFLICT DO NOTHING",
                    pseudonym,
                    tenants.current(),
                    user);
            sql.update("DELETE FROM message_opt_out WHERE tenant_id = ? AND recipient = ?", tenants.current(), user);
        });
        for (var column : List.of("subject", "body")) {
            words.clean(person, "message", column, column + " = ?", "account_id = ?", person.account());
        }
    }
}
