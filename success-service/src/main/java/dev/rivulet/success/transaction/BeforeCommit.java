package dev.rivulet.success.transaction;

import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Puts work off to the end of the current transaction, still inside it, so that a batch of events causes it once and
 * not event by event. A failure of the work rolls the transaction back.
 */
@Singleton
public class BeforeCommit {

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    BeforeCommit(TransactionManager manager, TransactionSynchronizationRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    /**
     * Synchronizations run in the order of their registration. This one is registered when the transaction begins, and
     * so runs before Hibernate's, which flushes what the work has changed and gives the connection back.
     */
    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction)
            throws RollbackException, SystemException {
        var pending = new Pending(new LinkedHashMap<>());
        registry.putResource(Pending.class, pending);
        manager.getTransaction().registerSynchronization(pending);
    }

    /** What this transaction has collected so far; the first call of a transaction puts the work on it off. */
    public <T> T collect(Class<T> type, Supplier<T> empty, Consumer<T> work) {
        if (!(registry.getResource(Pending.class) instanceof Pending pending)) {
            throw new IllegalStateException("no transaction to put work off in");
        }
        return type.cast(pending.works()
                .computeIfAbsent(type, first -> Work.on(empty.get(), work))
                .collection());
    }

    private record Work(Object collection, Runnable run) {

        static <T> Work on(T collection, Consumer<T> work) {
            return new Work(collection, () -> work.accept(collection));
        }
    }

    private record Pending(LinkedHashMap<Class<?>, Work> works) implements Synchronization {

        /** Work may put off further work. */
        @Override
        public void beforeCompletion() {
            for (var next = works.pollFirstEntry(); next != null; next = works.pollFirstEntry()) {
                next.getValue().run().run();
            }
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
