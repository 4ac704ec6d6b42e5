package dev.rivulet.subscription.commission;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.JDBCException;

@ApplicationScoped
class CommissionRuleRepository implements PanacheRepositoryBase<CommissionRule, UUID> {

    private static final String EXCLUSION_VIOLATION = "23P01";

    CommissionRule get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("commission rule", id));
    }

    /** Writes the rule at once; false when another for the same holds on one of its days. */
    boolean addIfAlone(CommissionRule rule) {
        try {
            persistAndFlush(rule);
            return true;
        } catch (JDBCException e) {
            // Hibernate knows no name for the violation of an exclusion constraint; the table has one.
            if (EXCLUSION_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    List<CommissionRule> holdingOn(LocalDate day) {
        return find("validFrom <= ?1 and (validUntil is null or validUntil > ?1)", day)
                .list();
    }

    List<CommissionRule> list(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }
}
