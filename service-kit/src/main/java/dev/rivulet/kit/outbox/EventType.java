package dev.rivulet.kit.outbox;

/**
 * A kind of event a service publishes.
 *
 * @param topic {@code <service>.<aggregate>.state.v1} (compacted: whole snapshots) or
 *     {@code <service>.<aggregate>.events.v1} (facts, kept for a time)
 * @param type CloudEvents type, {@code dev.rivulet.<service>.<thing>.<past-tense>.v1}
 */
public record EventType(String topic, String type) {

    public EventType {
        if (!topic.matches("[a-z]+\\.[a-z-]+\\.(state|events)\\.v\\d+")) {
            throw new IllegalArgumentException("not a topic of either family: " + topic);
        }
        if (!type.matches("dev\\.rivulet\\.[a-z]+\\.[a-z-]+\\.[a-z-]+\\.v\\d+")) {
            throw new IllegalArgumentException("not an event type: " + type);
        }
    }
}
