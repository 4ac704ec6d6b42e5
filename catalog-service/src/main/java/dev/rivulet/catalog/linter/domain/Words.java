package dev.rivulet.catalog.linter.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as words without case, with their places in it. "ё" counts as "е", as most people write it. */
record Words(String text, List<Word> words) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+(?=\\s|$)|[\\r\\n]+");

    record Word(String letters, int start, int end) {}

    static Words of(String text) {
        var words = new ArrayList<Word>();
        for (var found = WORD.matcher(text); found.find(); ) {
            words.add(new Word(normal(found.group()), found.start(), found.end()));
        }
        return new Words(text, List.copyOf(words));
    }

    static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    int count() {
        return words.size();
    }

    /** How many words the first sentence has; a text without an end is one sentence. */
    int inFirstSentence() {
        var end = SENTENCE_END.matcher(text);
        var from = words.isEmpty() ? 0 : words.getFirst().end();
        if (!end.find(from)) {
            return count();
        }
        return (int) words.stream().filter(word -> word.end() <= end.start()).count();
    }

    /** The text as written, from one word to another. */
    String excerpt(int first, int last) {
        return text.substring(words.get(first).start(), words.get(last).end());
    }
}
