package dev.rivulet.catalog.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PreSaleRepository implements PanacheRepositoryBase<PreSale, UUID> {

    List<PreSale> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    List<PreSale> after(UUID product, UUID last, int count) {
        return find("productId = ?1 and id > ?2 order by id", product, last)
                .range(0, count - 1)
                .list();
    }

    /** How many customers bought before there was anything: one that did twice is one. */
    long customers(UUID product) {
        return getEntityManager()
                .createQuery(
                        "select count(distinct lower(trim(customer))) from PreSale where productId = :product",
                        Long.class)
                .setParameter("product", product)
                .getSingleResult();
    }
}
