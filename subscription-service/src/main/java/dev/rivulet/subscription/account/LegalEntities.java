package dev.rivulet.subscription.account;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The sellers of a tenant, each with invoice numbers of its own. The main one needs no setting up. */
@ApplicationScoped
@Transactional
public class LegalEntities {

    private static final String MAIN = "main";

    private final Sql sql;
    private final Tenants tenants;

    LegalEntities(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    public Optional<LegalEntity> find(String key) {
        return sql
                .query(
                        "SELECT name, address, tax_id, bank_details FROM legal_entity WHERE tenant_id = ? AND key = ?",
                        row -> new LegalEntity(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        tenants.current(),
                        key)
                .stream()
                .findFirst();
    }

    void put(String key, LegalEntity entity) {
        sql.update(
                "INSERT INTO legal_entity (tenant_id, key, name, address, tax_id, bank_details) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, key) DO UPDATE SET name = excluded.name,"
                        + " address = excluded.address, tax_id = excluded.tax_id,"
                        + " bank_details = excluded.bank_details",
                tenants.current(),
                key,
                entity.name(),
                entity.address(),
                entity.taxId(),
                entity.bankDetails());
    }

    void require(String key) {
        if (!key.equals(MAIN) && find(key).isEmpty()) {
            throw Rejected.unprocessable("legal-entity-unknown", "/legalEntity", key);
        }
    }
}
