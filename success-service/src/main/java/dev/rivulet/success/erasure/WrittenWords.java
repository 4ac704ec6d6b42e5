package dev.rivulet.success.erasure;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What people wrote in tables whose rows have an id, for features to show a person, and to take an erased one out of. */
@Singleton
public class WrittenWords {

    private final Sql sql;
    private final Tenants tenants;

    WrittenWords(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    private record Written(UUID id, String text) {}

    /**
     * The texts that name the person.
     *
     * @param in how callers know the property
     * @param text of a row of the table
     * @param where finds the rows of the tenant that may name the person, with its parameters
     */
    public List<Naming> naming(
            PersonExport person, String in, String table, String text, String where, Object... values) {
        return written(table, text, where, values).stream()
                .flatMap(each -> person.naming(each.id(), in, each.text()))
                .toList();
    }

    /** The same in all rows of the tenant, for a table that does not know its customers. */
    public List<Naming> namingAll(PersonExport person, String in, String table, String text) {
        return naming(
                person, in, table, text, said(text), (Object) person.names().toArray(String[]::new));
    }

    /**
     * Leaves texts as they are that do not name the person.
     *
     * @param text of a row of the table
     * @param set puts the first parameter in its place
     * @param where finds the rows of the tenant that may name the person, with its parameters
     */
    public void clean(PersonErased person, String table, String text, String set, String where, Object... values) {
        for (var each : written(table, text, where, values)) {
            var left = person.without(each.text());
            if (!each.text().equals(left)) {
                sql.update(
                        "UPDATE " + table + " SET " + set + " WHERE tenant_id = ? AND id = ?",
                        left,
                        tenants.current(),
                        each.id());
            }
        }
    }

    /** The same in all rows of the tenant, for a table that does not know its customers. */
    public void cleanAll(PersonErased person, String table, String text, String set) {
        clean(person, table, text, set, said(text), (Object) person.names().toArray(String[]::new));
    }

    private static String said(String text) {
        return "EXISTS (SELECT FROM unnest(?::text[]) said WHERE strpos(lower(" + text + "), lower(said)) > 0)";
    }

    private List<Written> written(String table, String text, String where, Object... values) {
        return sql.query(
                "SELECT id, " + text + " FROM " + table + " WHERE tenant_id = ? AND " + text + " IS NOT NULL AND "
                        + where + " ORDER BY id",
                row -> new Written(row.getObject(1, UUID.class), row.getString(2)),
                Stream.concat(Stream.of(tenants.current()), Stream.of(values)).toArray());
    }
}
