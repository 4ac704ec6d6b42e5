package dev.rivulet.subscription.commission;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StatementRepository implements PanacheRepositoryBase<Statement, UUID> {

    Statement get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("commission statement", id));
    }

    Statement lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Rejected.notFound("commission statement", id));
    }

    /** Writes the statement at once; false when there is one for its partner, month and currency. */
    boolean addIfNew(Statement statement) {
        try {
            persistAndFlush(statement);
            return true;
        } catch (ConstraintViolationException e) {
            if ("commission_statement_once".equals(e.getConstraintName())) {
                return false;
            }
            throw e;
        }
    }

    List<Statement> list(@Nullable UUID partnerId, @Nullable StatementStatus status, UUID after, int limit) {
        var query = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        if (partnerId != null) {
            query.append(" and partnerId = :partner");
            parameters.put("partner", partnerId);
        }
        if (status != null) {
            query.append(" and status = :status");
            parameters.put("status", status);
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }
}
