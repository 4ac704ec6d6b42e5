package dev.rivulet.success.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ReceivableRepository implements PanacheRepositoryBase<Receivable, UUID> {

    List<Receivable> latest(UUID account, int limit) {
        return find("accountId = ?1 order by dueOn desc, id desc", account)
                .page(0, limit)
                .list();
    }
}
