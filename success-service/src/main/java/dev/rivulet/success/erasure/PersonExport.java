package dev.rivulet.success.erasure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Announced inside the service when a person wants to know what is held on them: every feature adds its part.
 *
 * @param names what the person is called where people write freely: all names and e-mail addresses there ever were
 * @param users all that the person goes by: user ids, the contact's id, address and name
 * @param parts by feature, rows as callers see them
 */
public record PersonExport(
        UUID contact, UUID account, List<String> names, Set<String> users, Map<String, List<?>> parts) {

    public static PersonExport of(UUID contact, UUID account, List<String> names, Set<String> users) {
        return new PersonExport(contact, account, names, users, new LinkedHashMap<>());
    }

    /** The rows of one feature. */
    public void add(String feature, List<?> rows) {
        parts.put(feature, rows);
    }

    /** The text if it names the person. */
    public Stream<Naming> naming(UUID id, String in, @Nullable String text) {
        return text != null && isNamedIn(text) ? Stream.of(new Naming(id, in, text)) : Stream.empty();
    }

    /** Whether a text is about the person, by name. */
    public boolean isNamedIn(String text) {
        return names.stream()
                .filter(name -> !name.isBlank())
                .anyMatch(name -> NamePattern.of(name).matcher(text).find());
    }
}
