package dev.rivulet.subscription.account;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.account.Accounts.Payer;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Accounts that stay as they are until the transaction ends. */
@Singleton
public class HeldAccounts {

    private final Sql sql;
    private final Tenants tenants;

    HeldAccounts(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** As {@link Accounts#payer}, of many; those that do not exist are missing, and those that others are changing. */
    public Map<UUID, Payer> payers(Collection<UUID> accounts) {
        return sql
                .query(
                        "SELECT a.id, a.zone, a.currency, coalesce(a.payer_id, a.id), a.country"
                                + " FROM unnest(?::uuid[]) wanted (id) JOIN account a"
                                + " ON a.tenant_id = ? AND a.id = wanted.id ORDER BY a.id FOR SHARE OF a SKIP LOCKED",
                        row -> new Payer(
                                row.getObject(1, UUID.class),
                                ZoneId.of(row.getString(2)),
                                Currency.getInstance(row.getString(3)),
                                row.getObject(4, UUID.class),
                                row.getString(5)),
                        accounts.stream().distinct().map(UUID::toString).toArray(String[]::new),
                        tenants.current())
                .stream()
                .collect(Collectors.toMap(Payer::id, payer -> payer));
    }
}
