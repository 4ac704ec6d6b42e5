package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Users whose data was erased: their usage counts on under a pseudonym, whatever name it comes in by. */
@Singleton
class UsageAliases {

    private final Sql sql;
    private final Tenants tenants;

    UsageAliases(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    private record Alias(UUID user, String pseudonym) {}

    void add(UUID account, String userId, String pseudonym) {
        sql.update(
                "INSERT INTO usage_alias VALUES (?, ?, ?, ?) ON CONFLICT (tenant_id, account_id, user_hash)"
                        + " DO UPDATE SET pseudonym = excluded.pseudonym",
                tenants.current(),
                account,
                hash(account, userId),
                pseudonym);
    }

    /** The facts as they are to be written down. */
    List<UsageFact> applied(Collection<UsageFact> facts) {
        var accounts = new TreeSet<UUID>();
        facts.forEach(fact -> accounts.add(fact.accountId()));
        var pseudonyms = facts.isEmpty() ? Map.<UUID, String>of() : pseudonyms(accounts);
        if (pseudonyms.isEmpty()) {
            return List.copyOf(facts);
        }
        return facts.stream()
                .map(fact -> {
                    var pseudonym = pseudonyms.get(hash(fact.accountId(), fact.userId()));
                    return pseudonym == null ? fact : fact.by(pseudonym);
                })
                .toList();
    }

    /** The users of one account by the names they are written down by. */
    SortedSet<String> applied(UUID account, Collection<String> userIds) {
        var pseudonyms = pseudonyms(List.of(account));
        var users = new TreeSet<String>();
        userIds.forEach(user -> users.add(pseudonyms.getOrDefault(hash(account, user), user)));
        return users;
    }

    private Map<UUID, String> pseudonyms(Collection<UUID> accounts) {
        var pseudonyms = new HashMap<UUID, String>();
        sql.query(
                        "SELECT user_hash, pseudonym FROM usage_alias WHERE account_id = ANY (?::text[]::uuid[])",
                        row -> new Alias(row.getObject(1, UUID.class), row.getString(2)),
                        (Object) Columns.of(accounts, id -> id))
                .forEach(alias -> pseudonyms.put(alias.user(), alias.pseudonym()));
        return pseudonyms;
    }

    /** With the account, so that the same name elsewhere is somebody else. */
    private static UUID hash(UUID account, String userId) {
        return Digest.of(account.toString(), userId);
    }
}
