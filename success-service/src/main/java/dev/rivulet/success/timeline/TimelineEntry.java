package dev.rivulet.success.timeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a customer. Its id follows from kind, source and key, so that an event that is heard
 * again tells the same entry again.
 *
 * @param account the customer; need not be known yet
 * @param at business time; of something that is known by its local date alone, the beginning of that day
 * @param source what it happened to: an invoice, a task, an answer
 * @param key tells several entries of one kind and source apart; empty where there is one only
 * @param contact the person it is about; erased with that person
 * @param text what a person wrote; never made up by a program, which states facts
 * @param facts by name, as texts: amounts with their currency, dates in ISO 8601; no personal data
 */
public record TimelineEntry(
        UUID account,
        EntryKind kind,
        Instant at,
        UUID source,
        String key,
        @Nullable UUID contact,
        @Nullable String text,
        Map<String, String> facts) {

    public TimelineEntry {
        facts = Map.copyOf(facts);
    }

    /** The one entry of its kind of a source, without words of a person. */
    public static TimelineEntry of(UUID account, EntryKind kind, Instant at, UUID source, Map<String, String> facts) {
        return new TimelineEntry(account, kind, at, source, "", null, null, facts);
    }

    /** One of several of its kind. */
    public TimelineEntry keyed(String other) {
        return new TimelineEntry(account, kind, at, source, other, contact, text, facts);
    }

    /** With what a person wrote. */
    public TimelineEntry saying(@Nullable String words) {
        return new TimelineEntry(account, kind, at, source, key, contact, words, facts);
    }

    /** About a person at the customer. */
    public TimelineEntry about(@Nullable UUID person) {
        return new TimelineEntry(account, kind, at, source, key, person, text, facts);
    }

    UUID id() {
        return UUID.nameUUIDFromBytes((kind + " " + source + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
