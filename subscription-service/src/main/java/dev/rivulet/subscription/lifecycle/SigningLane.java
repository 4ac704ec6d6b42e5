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
 * the others find theirs done, or find that they are to be carried out alone.
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
    private final Deque<Waiting> line = new ArrayDeque<>();
    private final int most;
    private boolean busy;

    /** @param most how many are carried out at once */
    SigningLane(int most) {
        this.most = most;
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
        var batch = take(own);
        var broken = true;
        busy = true;
        lock.unlock();
        try {
            work.accept(batch.stream().map(waiting -> waiting.signing).toList());
            broken = false;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%d subscriptions could not be signed together, now one by one", batch.size());
        } finally {
            lock.lock();
            busy = false;
            release(batch, broken);
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
