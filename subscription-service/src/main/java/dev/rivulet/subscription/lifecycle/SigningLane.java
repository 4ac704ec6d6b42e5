package dev.rivulet.subscription.lifecycle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A line of requests. One of those who wait carries out what has gathered, its own first, while the next ones gather;
 * the others find theirs done.
 */
final class SigningLane {

    private static final class Waiting {
        private final String tenant;
        private final Signing signing;
        private boolean done;

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
     * Returns when the request has its answer.
     *
     * @param work answers at least the first of what it gets; all are of one tenant
     */
    void pass(String tenant, Signing signing, Consumer<List<Signing>> work) {
        var own = new Waiting(tenant, signing);
        lock.lock();
        try {
            line.add(own);
            while (!own.done) {
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
        busy = true;
        lock.unlock();
        try {
            work.accept(batch.stream().map(waiting -> waiting.signing).toList());
        } finally {
            lock.lock();
            busy = false;
            for (var waiting : batch.reversed()) {
                waiting.done = waiting.signing.isAnswered();
                if (!waiting.done && waiting != own) {
                    line.addFirst(waiting);
                }
            }
            moved.signalAll();
        }
    }

    private List<Waiting> take(Waiting own) {
        var batch = new ArrayList<Waiting>();
        batch.add(own);
        line.remove(own);
        for (var others = line.iterator(); others.hasNext() && batch.size() < most; ) {
            var other = others.next();
            if (other.tenant.equals(own.tenant)) {
                batch.add(other);
                others.remove();
            }
        }
        return batch;
    }
}
