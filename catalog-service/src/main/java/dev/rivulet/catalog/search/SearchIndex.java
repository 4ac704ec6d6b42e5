package dev.rivulet.catalog.search;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts that can be found; a feature puts its own here in the transaction that changes them. */
@Singleton
public class SearchIndex {

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    private final Sql sql;
    private final Tenants tenants;

    SearchIndex(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /**
     * Makes a thing found by its texts, in place of those it had; in the current transaction.
     *
     * @param kind what it is, in kebab-case: a caller may search one kind
     * @param title weighs more than the other texts
     */
    public void put(String kind, UUID id, String title, @Nullable String... texts) {
        var body = Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        var lang = CYRILLIC.matcher(title + body).find() ? "ru" : "en";
        sql.update(
                "INSERT INTO search_document (tenant_id, id, kind, lang, title, body) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, id) DO UPDATE SET kind = excluded.kind, lang = excluded.lang,"
                        + " title = excluded.title, body = excluded.body",
                tenants.current(),
                id,
                kind,
                lang,
                title,
                body);
    }

    /** Lets a thing be found no more; in the current transaction. */
    public void remove(UUID id) {
        sql.update("DELETE FROM search_document WHERE tenant_id = ? AND id = ?", tenants.current(), id);
    }
}
