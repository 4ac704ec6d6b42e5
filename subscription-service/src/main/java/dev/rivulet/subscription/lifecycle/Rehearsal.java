package dev.rivulet.subscription.lifecycle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.function.Supplier;

/** Carries something out to see what would come of it, and takes all of it back: the very code of the real thing. */
@Singleton
public class Rehearsal {

    private static final int USUAL_SECONDS = 60;

    /** Apart from any transaction of the caller, as of a request that is remembered. */
    public <T> T of(Supplier<T> work) {
        return of(work, USUAL_SECONDS);
    }

    /** The same for what may take long. */
    public <T> T of(Supplier<T> work, int seconds) {
        var results = new ArrayList<T>(1);
        try {
            QuarkusTransaction.requiringNew().timeout(seconds).run(() -> {
                results.add(work.get());
                throw new TakenBack();
            });
        } catch (TakenBack expected) {
            return results.getFirst();
        }
        throw new IllegalStateException("a rehearsal was not taken back");
    }

    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1;

        TakenBack() {
            super("rehearsed", null, false, false);
        }
    }
}
