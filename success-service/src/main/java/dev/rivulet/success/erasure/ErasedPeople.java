package dev.rivulet.success.erasure;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people who were erased. Only keyed hashes of their ids are kept: enough to know them when a snapshot brings them
 * back, and to call the same user the same pseudonym, so that counts of users stay right.
 */
@Singleton
public class ErasedPeople {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private final Sql sql;
    private final Tenants tenants;

    ErasedPeople(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Whether this contact was erased. */
    @Transactional
    public boolean knows(UUID contact) {
        var key = key();
        return key != null
                && !sql.query(
                                "SELECT 1 FROM erased_identity WHERE tenant_id = ? AND hash = ?",
                                row -> true,
                                tenants.current(),
                                IdentityHash.of(key, "contact " + contact))
                        .isEmpty();
    }

    /** Those of these contacts who were erased. */
    @Transactional
    public Set<UUID> among(Collection<UUID> contacts) {
        var key = key();
        if (key == null || contacts.isEmpty()) {
            return Set.of();
        }
        var known = new HashMap<String, UUID>();
        for (var contact : contacts) {
            known.put("\\x" + HexFormat.of().formatHex(IdentityHash.of(key, "contact " + contact)), contact);
        }
        return sql
                .query(
                        "SELECT hash::text FROM erased_identity WHERE tenant_id = ? AND hash = ANY (?::text[]::bytea[])",
                        row -> Objects.requireNonNull(known.get(row.getString(1))),
                        tenants.current(),
                        known.keySet().toArray(String[]::new))
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * Remembers a contact as erased.
     *
     * @param users the ids it goes by as a user
     * @return the user ids with their pseudonyms, the same for the same id whenever it is asked for
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, String> remember(UUID contact, Collection<String> users) {
        var key = keyOrNew();
        insert(IdentityHash.of(key, "contact " + contact));
        var pseudonyms = new HashMap<String, String>();
        for (var user : users) {
            pseudonyms.put(user, pseudonym(key, user));
        }
        return pseudonyms;
    }

    /** What a user id is called once its person is erased; empty as long as nobody is. */
    @Transactional
    public Optional<String> pseudonym(String user) {
        var key = key();
        return key == null ? Optional.empty() : Optional.of(pseudonym(key, user));
    }

    private static String pseudonym(byte[] key, String user) {
        return "erased-"
                + HexFormat.of().formatHex(IdentityHash.of(key, "user " + user)).substring(0, 20);
    }

    private void insert(byte[] hash) {
        sql.update(
                "INSERT INTO erased_identity (tenant_id, hash) VALUES (?, ?) ON CONFLICT DO NOTHING",
                tenants.current(),
                hash);
    }

    private byte @Nullable [] key() {
        var found =
                sql.query("SELECT key FROM erasure_key WHERE tenant_id = ?", row -> row.getBytes(1), tenants.current());
        return found.isEmpty() ? null : found.getFirst();
    }

    private byte[] keyOrNew() {
        var made = new byte[KEY_BYTES];
        RANDOM.nextBytes(made);
        sql.update(
                "INSERT INTO erasure_key (tenant_id, key) VALUES (?, ?) ON CONFLICT DO NOTHING",
                tenants.current(),
                made);
        var kept = key();
        if (kept == null) {
            throw new IllegalStateException("the key of the hashes is gone");
        }
        return kept;
    }
}
