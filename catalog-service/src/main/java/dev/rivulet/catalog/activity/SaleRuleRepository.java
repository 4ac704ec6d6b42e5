package dev.rivulet.catalog.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SaleRuleRepository implements PanacheRepositoryBase<SaleRuleEntry, UUID> {

    List<SaleRuleEntry> after(UUID last, int count, @Nullable LocalDate on) {
        var found = on == null
                ? find("id > ?1 order by id", last)
                : find("id > ?1 and validFrom <= ?2 and (validTo is null or validTo > ?2) order by id", last, on);
        return found.range(0, count - 1).list();
    }

    List<SaleRuleEntry> holdingOn(LocalDate day) {
        return list("validFrom <= ?1 and (validTo is null or validTo > ?1) order by id", day);
    }
}
