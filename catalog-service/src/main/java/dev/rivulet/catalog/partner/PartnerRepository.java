package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.partner.domain.PartnerStatus;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PartnerRepository implements PanacheRepositoryBase<Partner, UUID> {

    List<Partner> after(
            UUID last, int count, @Nullable UUID only, @Nullable PartnerStatus status, @Nullable String role) {
        var where = new StringBuilder("id > :last");
        var parameters = new HashMap<String, Object>();
        parameters.put("last", last);
        if (only != null) {
            where.append(" and id = :only");
            parameters.put("only", only);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.put("status", status);
        }
        if (role != null) {
            where.append(" and role = :role");
            parameters.put("role", role);
        }
        return find(where.append(" order by id").toString(), parameters)
                .range(0, count - 1)
                .list();
    }
}
