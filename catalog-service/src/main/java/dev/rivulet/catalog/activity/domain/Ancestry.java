package dev.rivulet.catalog.activity.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which code stands above which: by what a file says, else the nearest that the code begins with, else the section's
 * letter. A chain that ends in a code that nobody knows, or in itself, is no ancestry for any code on it.
 */
public final class Ancestry {

    /** What a file says of a code; null where it says nothing. */
    public record Said(@Nullable String parent, @Nullable String section) {}

    /** Whether a code has its place in the tree. */
    public enum Verdict {
        PLACED,
        PARENT_UNKNOWN,
        BELOW_ITSELF
    }

    private final Map<String, Said> said;
    private final Map<String, String> standing;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    /**
     * Of a file's codes.
     *
     * @param standing codes known from elsewhere that the file does not change, with the code above each, itself for none
     */
    public Ancestry(Map<String, Said> said, Map<String, String> standing) {
        this.said = said;
        this.standing = standing;
    }

    /** The code that a code stands under, known or not; null on the highest level. */
    public @Nullable String parent(String code) {
        var row = said.get(code);
        if (row == null) {
            var above = standing.get(code);
            return above == null || above.equals(code) || !isKnown(above) ? null : above;
        }
        if (row.parent() != null) {
            return row.parent();
        }
        var section = row.section();
        return CodeTree.above(code).stream()
                .filter(this::isKnown)
                .findFirst()
                .orElse(section != null && isKnown(section) && !section.equals(code) ? section : null);
    }

    /** Walks up from the code; every code on the way is judged once, however many stand under it. */
    public Verdict verdict(String code) {
        var way = new LinkedHashSet<String>();
        var at = code;
        while (at != null && isKnown(at) && !verdicts.containsKey(at) && way.add(at)) {
            at = parent(at);
        }
        if (at == null || verdicts.get(at) == Verdict.PLACED) {
            way.forEach(each -> verdicts.put(each, Verdict.PLACED));
        } else {
            way.forEach(each -> verdicts.put(each, Verdict.PARENT_UNKNOWN));
            if (way.contains(at)) {
                var round = new ArrayList<>(way);
                round.subList(round.indexOf(at), round.size())
                        .forEach(each -> verdicts.put(each, Verdict.BELOW_ITSELF));
            }
        }
        return verdicts.getOrDefault(code, Verdict.PARENT_UNKNOWN);
    }

    private boolean isKnown(String code) {
        return said.containsKey(code) || standing.containsKey(code);
    }
}
