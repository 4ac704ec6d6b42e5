package dev.rivulet.catalog.competitor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class BattlecardRepository implements PanacheRepositoryBase<Battlecard, UUID> {

    /** Which battlecards a list shows. */
    record Filter(
            @Nullable UUID product,
            @Nullable UUID competitor,
            @Nullable Freshness status,
            LocalDate today) {}

    List<Battlecard> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    List<Battlecard> after(UUID last, int count, Filter filter) {
        var where = new StringBuilder("id > :last");
        var parameters = new HashMap<String, Object>();
        parameters.put("last", last);
        if (filter.product() != null) {
            where.append(" and productId = :product");
            parameters.put("product", filter.product());
        }
        if (filter.competitor() != null) {
            where.append(" and competitorId = :competitor");
            parameters.put("competitor", filter.competitor());
        }
        if (filter.status() != null) {
            where.append(filter.status() == Freshness.OVERDUE ? " and reviewBy < :today" : " and reviewBy >= :today");
            parameters.put("today", filter.today());
        }
        return find(where.append(" order by id").toString(), parameters)
                .range(0, count - 1)
                .list();
    }

    List<UUID> productsWithCurrent(LocalDate today) {
        return getEntityManager()
                .createQuery("select distinct productId from Battlecard where reviewBy >= :today", UUID.class)
                .setParameter("today", today)
                .getResultList();
    }
}
