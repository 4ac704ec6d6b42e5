package dev.rivulet.subscription.dunning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.dunning.domain.Escalation;
import dev.rivulet.subscription.payment.CollectingTenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The tenant's policies; a new one takes the place of the one in force, which is kept. */
@ApplicationScoped
@Transactional
class Policies {

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;
    private final CollectingTenants collecting;

    Policies(Sql sql, Tenants tenants, ObjectMapper json, CollectingTenants collecting) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
        this.collecting = collecting;
    }

    PolicyView add(PolicyRequest request) {
        for (var i = 1; i < request.steps().size(); i++) {
            if (request.steps().get(i).daysOverdue()
                    < request.steps().get(i - 1).daysOverdue()) {
                throw Rejected.invalid("steps-not-in-order", "/steps/" + i + "/daysOverdue");
            }
        }
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        retire();
        sql.update(
                "INSERT INTO dunning_policy (tenant_id, id, version, name, active, definition)"
                        + " VALUES (?, ?, 0, ?, true, ?)",
                tenants.current(),
                id,
                request.name(),
                text(request));
        collecting.remember();
        return new PolicyView(id, true, request);
    }

    /** From now on nobody is dunned, until there is a new policy. */
    void retire() {
        sql.update("UPDATE dunning_policy SET active = false WHERE tenant_id = ? AND active", tenants.current());
    }

    List<PolicyView> list(UUID after, int limit) {
        return sql.query(
                "SELECT id, active, definition FROM dunning_policy WHERE tenant_id = ? AND id > ? ORDER BY id LIMIT ?",
                row -> new PolicyView(row.getObject(1, UUID.class), row.getBoolean(2), request(row.getString(3))),
                tenants.current(),
                after,
                limit);
    }

    Optional<Escalation> active() {
        return sql
                .query(
                        "SELECT definition FROM dunning_policy WHERE tenant_id = ? AND active",
                        row -> request(row.getString(1)).escalation(),
                        tenants.current())
                .stream()
                .findFirst();
    }

    private String text(PolicyRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PolicyRequest request(String text) {
        try {
            return json.readValue(text, PolicyRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
