package dev.rivulet.success.erasure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Announced inside the service, in the transaction that erases a person: every feature erases what it keeps of them, or
 * puts the pseudonym in the place of a user id where it has to count users. Is announced again when asked for again.
 *
 * @param names what the person is called where people write freely: all names and e-mail addresses there ever were, the
 *     longest first; empty when the contact was erased before
 * @param pseudonyms by user id, all the ids the person goes by; the contact's id and addresses are among them
 */
public record PersonErased(UUID contact, UUID account, List<String> names, Map<String, String> pseudonyms) {

    /** In the place of words that are gone where there have to be some. */
    public static final String GONE = "[erased]";

    /** A name may be a part of an address, of which nothing may be left either. */
    public PersonErased {
        names = names.stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The ids, names and addresses the person goes by, in lower case. */
    public Set<String> spellings() {
        return Stream.concat(pseudonyms.keySet().stream(), names.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** A text in which the person is not named any more. */
    public @Nullable String without(@Nullable String text) {
        var left = text;
        for (var name : names) {
            left = left == null ? null : NamePattern.of(name).matcher(left).replaceAll(GONE);
        }
        return left;
    }
}
