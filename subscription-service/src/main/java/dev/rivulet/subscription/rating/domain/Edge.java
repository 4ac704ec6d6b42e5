package dev.rivulet.subscription.rating.domain;

/** What is at either end of the days that are charged. */
public enum Edge {
    /** A whole period begins or ends. */
    PERIOD,
    /** The subscription begins. */
    START,
    /** A trial is over. */
    TRIAL_END,
    /** Plan, price, quantity or anchor change. */
    CHANGE,
    PAUSE,
    RESUME,
    /** The subscription ends. */
    END;

    /** Whether nothing is served any more from here on: who stops within a day may have used the service on it. */
    boolean stops() {
        return this == END || this == PAUSE;
    }
}
