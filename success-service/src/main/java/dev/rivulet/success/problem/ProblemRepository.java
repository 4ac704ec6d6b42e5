package dev.rivulet.success.problem;

import dev.rivulet.success.problem.domain.ProblemState;
import dev.rivulet.success.problem.domain.Severity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ProblemRepository implements PanacheRepositoryBase<Problem, UUID> {

    /** How many of a severity an account has. */
    record Count(UUID accountId, Severity severity, long count) {}

    Optional<Problem> ticket(String source, String externalId) {
        return find("source = ?1 and externalId = ?2", source, externalId).firstResultOptional();
    }

    /** One writer of a ticket at a time, so that two of the same do not meet. */
    void lockTicket(String tenant, String source, String externalId) {
        getEntityManager()
                .createNativeQuery("SELECT CAST(pg_advisory_xact_lock(hashtextextended(:ticket, 0)) AS text)")
                .setParameter("ticket", "problem " + tenant + " " + source + " " + externalId)
                .getSingleResult();
    }

    List<Problem> page(ProblemFilter filter, @Nullable Collection<UUID> only, UUID after, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("after", after);
        var query = filter.conditions(parameters);
        if (only != null) {
            query += " and accountId in :only";
            parameters.put("only", only);
        }
        return find(query + " order by id", parameters).page(0, limit).list();
    }

    List<Problem> between(UUID account, Instant from, Instant until, int limit) {
        return find(
                        "accountId = ?1 and openedAt < ?2 and (state in ?3 or coalesce(resolvedAt, closedAt) >= ?4)"
                                + " order by openedAt, id",
                        account,
                        until,
                        List.of(ProblemState.OPEN, ProblemState.IN_PROGRESS, ProblemState.WAITING),
                        from)
                .page(0, limit)
                .list();
    }

    List<Count> open(Collection<UUID> accounts) {
        return getEntityManager()
                .createQuery(
                        "select p.accountId, p.severity, count(*) from Problem p where p.accountId in :accounts"
                                + " and p.state in :open group by p.accountId, p.severity",
                        Count.class)
                .setParameter("accounts", accounts)
                .setParameter("open", List.of(ProblemState.OPEN, ProblemState.IN_PROGRESS, ProblemState.WAITING))
                .getResultList();
    }

    /** Opened with a product: how many, and by how many accounts, each in a time of its own. */
    Problems.Opened opened(UUID product, String[] accounts, String[] from, String[] until) {
        var found = (Object[]) getEntityManager()
                .createNativeQuery("SELECT count(*), count(DISTINCT p.account_id) FROM"
                        + " unnest(CAST(:accounts AS uuid[]), CAST(:from AS timestamptz[]), CAST(:until AS timestamptz[]))"
                        + " AS span (account, first, last) JOIN problem p ON p.account_id = span.account"
                        + " AND p.opened_at >= span.first AND p.opened_at < span.last WHERE p.product_id = :product")
                .setParameter("accounts", accounts)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("product", product)
                .getSingleResult();
        return new Problems.Opened(((Number) found[0]).longValue(), ((Number) found[1]).longValue());
    }
}
