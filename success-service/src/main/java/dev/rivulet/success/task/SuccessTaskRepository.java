package dev.rivulet.success.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SuccessTaskRepository implements PanacheRepositoryBase<SuccessTask, UUID> {

    /** Whether a task of that customer, or of none, with that key waits. */
    boolean isOpen(@Nullable UUID account, String dedupeKey) {
        return (account == null
                        ? count("accountId is null and dedupeKey = ?1 and status <> ?2", dedupeKey, TaskStatus.DONE)
                        : count(
                                "accountId = ?1 and dedupeKey = ?2 and status <> ?3",
                                account,
                                dedupeKey,
                                TaskStatus.DONE))
                > 0;
    }
}
