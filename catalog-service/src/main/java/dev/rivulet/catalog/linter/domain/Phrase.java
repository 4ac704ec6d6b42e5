package dev.rivulet.catalog.linter.domain;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Words in a row; one that ends with {@code *} stands for all words that begin like it, because Russian words have
 * endings: {@code комплексн* систем* автоматизац*}. No regular expressions, so that a tenant's rule costs time in
 * proportion to the text, whatever it says.
 */
public record Phrase(List<String> words) {

    /** Reads a phrase; one without a word is refused. */
    public static Phrase of(String text) {
        var words = Arrays.stream(text.strip().split("[^\\p{L}\\p{N}*]+"))
                .map(Words::normal)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()
                || words.stream().anyMatch(word -> word.indexOf('*') != word.length() - 1 && word.contains("*"))
                || words.contains("*")) {
            throw new IllegalArgumentException("not a phrase: " + text);
        }
        return new Phrase(words);
    }

    /** Index of the first word of the first place where the phrase stands. */
    OptionalInt in(Words text, Place place) {
        var limit = switch (place) {
            case START, WHOLE -> Math.min(words.size(), text.count());
            case FIRST_SENTENCE -> text.inFirstSentence();
            case ANYWHERE -> text.count();
        };
        if (place == Place.WHOLE && text.count() != words.size()) {
            return OptionalInt.empty();
        }
        for (var start = 0; start + words.size() <= limit; start++) {
            if (standsAt(text, start)) {
                return OptionalInt.of(start);
            }
        }
        return OptionalInt.empty();
    }

    private boolean standsAt(Words text, int start) {
        for (var i = 0; i < words.size(); i++) {
            var wanted = words.get(i);
            var found = text.words().get(start + i).letters();
            var fits = wanted.endsWith("*")
                    ? found.startsWith(wanted.substring(0, wanted.length() - 1))
                    : found.equals(wanted);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
