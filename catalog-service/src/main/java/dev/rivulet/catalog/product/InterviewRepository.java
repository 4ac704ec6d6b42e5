package dev.rivulet.catalog.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class InterviewRepository implements PanacheRepositoryBase<Interview, UUID> {

    List<Interview> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    List<Interview> after(UUID product, UUID last, int count) {
        return find("productId = ?1 and id > ?2 order by id", product, last)
                .range(0, count - 1)
                .list();
    }

    /** How many people were asked: one asked twice is one, however the name is written. */
    long interviewees(UUID product) {
        return getEntityManager()
                .createQuery(
                        "select count(distinct lower(trim(interviewee))) from Interview where productId = :product",
                        Long.class)
                .setParameter("product", product)
                .getSingleResult();
    }
}
