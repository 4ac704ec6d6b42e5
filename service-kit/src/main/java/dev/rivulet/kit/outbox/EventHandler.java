package dev.rivulet.kit.outbox;

/**
 * What a consumer does with an event, inside the transaction that marks it as received. An exception parks the event
 * as a dead letter; a type it does not know it simply ignores.
 */
public interface EventHandler {

    /** Stable name of the consumer: the same events may be received once by each name. */
    String consumer();

    void on(Event event);
}
