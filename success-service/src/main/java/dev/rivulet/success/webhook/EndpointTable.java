package dev.rivulet.success.webhook;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where other systems of tenants are. */
@Singleton
class EndpointTable implements SecretKeeper {

    private static final String COLUMNS = "key, version, url, secret";

    private final Sql sql;
    private final Tenants tenants;
    private final Secrets secrets;

    EndpointTable(Sql sql, Tenants tenants, Secrets secrets) {
        this.sql = sql;
        this.tenants = tenants;
        this.secrets = secrets;
    }

    Optional<Endpoint> find(String key) {
        return sql
                .read(
                        "SELECT " + COLUMNS + " FROM webhook_endpoint WHERE tenant_id = ? AND key = ?",
                        EndpointTable::endpoint,
                        tenants.current(),
                        key)
                .stream()
                .findFirst();
    }

    List<Endpoint> page(String after, int limit) {
        return sql.read(
                "SELECT " + COLUMNS + " FROM webhook_endpoint WHERE tenant_id = ? AND key > ? ORDER BY key LIMIT ?",
                EndpointTable::endpoint,
                tenants.current(),
                after,
                limit);
    }

    /** Until the end of the transaction it is neither changed nor removed, nor is anything begun for it. */
    Optional<Endpoint> lock(String key) {
        return sql
                .query(
                        "SELECT " + COLUMNS + " FROM webhook_endpoint WHERE tenant_id = ? AND key = ? FOR UPDATE",
                        EndpointTable::endpoint,
                        tenants.current(),
                        key)
                .stream()
                .findFirst();
    }

    /** Whether it is there, and stays until the end of the transaction. */
    boolean hold(String key) {
        return !sql.query(
                        "SELECT 1 FROM webhook_endpoint WHERE tenant_id = ? AND key = ? FOR KEY SHARE",
                        row -> true,
                        tenants.current(),
                        key)
                .isEmpty();
    }

    /** Whether it still was of this version, or not there for version 0. */
    boolean save(Endpoint endpoint, long before) {
        return sql.update(
                        "INSERT INTO webhook_endpoint AS known (tenant_id, key, version, url, secret)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant_id, key) DO UPDATE SET"
                                + " version = excluded.version, url = excluded.url, secret = excluded.secret"
                                + " WHERE known.version = ?",
                        tenants.current(),
                        endpoint.key(),
                        endpoint.version(),
                        endpoint.url(),
                        endpoint.secret().kept(),
                        before)
                == 1;
    }

    void remove(String key) {
        sql.update("DELETE FROM webhook_endpoint WHERE tenant_id = ? AND key = ?", tenants.current(), key);
    }

    /** What its secret says stays as it was, and so does the version. */
    @Override
    public int reseal() {
        var outdated = sql
                .query(
                        "SELECT " + COLUMNS + " FROM webhook_endpoint WHERE tenant_id = ? ORDER BY key FOR UPDATE",
                        EndpointTable::endpoint,
                        tenants.current())
                .stream()
                .filter(endpoint -> secrets.isOutdated(endpoint.secret()))
                .toList();
        outdated.forEach(endpoint -> sql.update(
                "UPDATE webhook_endpoint SET secret = ? WHERE tenant_id = ? AND key = ?",
                secrets.again(endpoint.secret()).kept(),
                tenants.current(),
                endpoint.key()));
        return outdated.size();
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                Objects.requireNonNull(SealedSecret.of(row.getBytes(4))));
    }
}
