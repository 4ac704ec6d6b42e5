package dev.rivulet.success.journey;

import dev.rivulet.success.journey.domain.Step.Happening;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class EnrolmentRepository implements PanacheRepositoryBase<Enrolment, UUID> {

    Optional<Enrolment> running(UUID account) {
        return find("accountId = ?1 and status <> ?2", account, EnrolmentStatus.ENDED)
                .firstResultOptional();
    }

    Optional<Enrolment> lockRunning(UUID account) {
        return find("accountId = ?1 and status <> ?2", account, EnrolmentStatus.ENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Tech touch has nothing more to say to a customer. How many journeys it went on from. */
    int fallSilent(UUID account) {
        return update(
                "version = version + 1, dueAt = null, waitsFor = null where accountId = ?1 and status = ?2"
                        + " and (dueAt is not null or waitsFor is not null)",
                account,
                EnrolmentStatus.ENDED);
    }

    /** The one it is on, or was on last. */
    Optional<Enrolment> latest(UUID account) {
        return find("accountId = ?1 order by id desc", account).firstResultOptional();
    }

    Optional<Enrolment> lockOfDeal(UUID deal) {
        return find("dealId", deal).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<Enrolment> waiting(UUID account, Happening happening) {
        return find("accountId = ?1 and waitsFor = ?2", account, happening)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Enrolment> latestOf(Collection<UUID> accounts) {
        return list(
                "from Enrolment e where e.accountId in ?1 and not exists (select 1 from Enrolment o"
                        + " where o.accountId = e.accountId and o.id > e.id)",
                accounts);
    }

    /** @param only of these customers and prospects; null for all */
    List<Enrolment> of(
            @Nullable Collection<UUID> only, UUID journey, @Nullable EnrolmentStatus status, UUID after, int limit) {
        var query = new StringBuilder("journeyId = :journey and id > :after");
        var values = new HashMap<String, Object>(Map.of("journey", journey, "after", after));
        if (only != null) {
            query.append(" and coalesce(accountId, dealId) in :only");
            values.put("only", only);
        }
        if (status != null) {
            query.append(" and status = :status");
            values.put("status", status);
        }
        return find(query.append(" order by id").toString(), values)
                .page(0, limit)
                .list();
    }
}
