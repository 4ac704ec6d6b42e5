package dev.rivulet.catalog.linter.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is not to be said, and where.
 *
 * @param functions only for segments whose function has one of these phrases; empty for all
 * @param except phrases of which no word is met: what they say is something else
 * @param whole texts that are met as they are
 * @param unlessProven not applied where the proposition has a proof
 * @param advice what to do instead, by language
 */
public record LintRule(
        String code,
        Severity severity,
        Place place,
        Set<Field> fields,
        List<Phrase> functions,
        boolean unlessProven,
        List<Phrase> phrases,
        List<Phrase> except,
        Predicate<String> whole,
        Map<String, String> advice) {

    boolean concerns(Pitch pitch) {
        if (unlessProven && pitch.isProven()) {
            return false;
        }
        var function = Words.of(pitch.function());
        return functions.isEmpty()
                || functions.stream()
                        .anyMatch(phrase ->
                                phrase.in(function, Place.ANYWHERE).findAny().isPresent());
    }
}
