package dev.rivulet.catalog.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SellerRepository implements PanacheRepositoryBase<Seller, UUID> {

    List<Seller> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }
}
