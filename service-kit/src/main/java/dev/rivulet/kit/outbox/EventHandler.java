package dev.rivulet.kit.outbox;

import java.util.List;

/**
 * What a consumer does with an event, inside the transaction that marks it as received. An exception parks the event
 * as a dead letter; a type it does not know it simply ignores.
 */
public interface EventHandler {

    /** Stable name of the consumer: the same events may be received once by each name. */
    String consumer();

    /**
     * Before the events of a batch are handled one by one in one transaction: takes the locks that they are going to
     * take, in the order in which everybody does. An event may be one that was received before.
     */
    default void prepare(List<Event> events) {}

    void on(Event event);
}
