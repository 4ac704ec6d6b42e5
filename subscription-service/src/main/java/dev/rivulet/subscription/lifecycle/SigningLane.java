package dev.rivulet.subscription.lifecycle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A line of requests. One of those who wait carries out what has gathered, its own first, while the next ones gather;
 * the others find theirs done, or find that they are to be carried out alone. Clients that go on asking come back right
 * after their answers: they are awaited for a moment, or each batch would leave half of them for the next one.
 */
final class SigningLane {

    private static final Logger LOG = Logger.getLogger(SigningLane.class);

    private static final class Waiting {
        private final String tenant;
        private final Signing signing;
        private boolean over;

        Waiting(String tenant, Signing signing) {
            this.tenant = tenant;
            this.signing = signing;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition came = lock.newCondition();
    private final Deque<Waiting> line = new ArrayDeque<>();
    private final int most;
    private final double patience;
    private boolean busy;
    private int awaited;
    private long awaitedUntil;

    /**
     * @param most how many are carried out at once
     * @param patience for how much of the time that a batch took those it answered are awaited
     */
    SigningLane(int most, double patience) {
        this.most = most;
        this.patience = patience;
    }

    /**
     * Returns when the request has its answer, or is not to wait for others any more.
     *
     * @param work answers what it can of requests of one tenant and different accounts; where it breaks, everybody in
     *     the line is on their own
     */
    void pass(String tenant, Signing signing, Consumer<List<Signing>> work) {
        var own = new Waiting(tenant, signing);
        lock.lock();
        try {
            line.add(own);
            if (line.size() >= awaited) {
                came.signal();
            }
            while (!own.over) {
                if (busy) {
                    moved.awaitUninterruptibly();
                } else {
                    lead(own, work);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many have not been taken in hand yet. */
    int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    private void lead(Waiting own, Consumer<List<Signing>> work) {
        busy = true;
        gather();
        var batch = take(own);
        var broken = true;
        var begun = System.nanoTime();
        lock.unlock();
        try {
            work.accept(batch.stream().map(waiting -> waiting.signing).toList());
            broken = false;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%d subscriptions could not be signed together, now one by one", batch.size());
        } finally {
            lock.lock();
            busy = false;
            awaited = broken ? 0 : Math.min(most, batch.size() + line.size());
            var now = System.nanoTime();
            awaitedUntil = now + (long) (patience * (now - begun));
            release(batch, broken);
        }
    }

    /** Waits for as many as there were when the last batch ended, unless that was long ago. */
    private void gather() {
        try {
            while (line.size() < awaited) {
                var left = awaitedUntil - System.nanoTime();
                if (left <= 0 || came.awaitNanos(left) <= 0) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release(List<Waiting> batch, boolean broken) {
        for (var waiting : batch) {
            waiting.over = broken || waiting.signing.isAnswered() || waiting.signing.isAlone();
            if (!waiting.over) {
                line.addLast(waiting);
            }
        }
        if (broken) {
            line.forEach(waiting -> waiting.over = true);
            line.clear();
        }
        moved.signalAll();
    }

    private List<Waiting> take(Waiting own) {
        var batch = new ArrayList<Waiting>();
        var accounts = new HashSet<>();
        batch.add(own);
        accounts.add(own.signing.request().accountId());
        line.remove(own);
        for (var others = line.iterator(); others.hasNext() && batch.size() < most; ) {
            var other = others.next();
            if (other.tenant.equals(own.tenant)
                    && accounts.add(other.signing.request().accountId())) {
                batch.add(other);
                others.remove();
            }
        }
        return batch;
    }
}
