package dev.rivulet.catalog.linter.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as words without case, with their places in it. "ё" counts as "е", as most people write it. */
record Words(String text, List<Word> words) {

    /** Accents and soft hyphens, which nobody sees, are inside of words. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}№][\\p{L}\\p{N}\\p{M}\\p{Cf}]*");

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+(?=\\s|$)|[\\r\\n]+");

    /** A word, and of which sentence it is; the first is 0. */
    record Word(String letters, int start, int end, int sentence) {}

    static Words of(String text) {
        var words = new ArrayList<Word>();
        var ends = SENTENCE_END.matcher(text);
        var sentence = 0;
        for (var found = WORD.matcher(text); found.find(); ) {
            if (!words.isEmpty()
                    && ends.region(words.getLast().end(), found.start())
                            .useTransparentBounds(true)
                            .useAnchoringBounds(false)
                            .find()) {
                sentence++;
            }
            words.add(new Word(normal(found.group()), found.start(), found.end(), sentence));
        }
        return new Words(text, List.copyOf(words));
    }

    static String normal(String word) {
        var seen =
                UNSEEN.matcher(Normalizer.normalize(word, Normalizer.Form.NFKC)).replaceAll("");
        return seen.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    int count() {
        return words.size();
    }

    String letters(int word) {
        return words.get(word).letters();
    }

    boolean areOfOneSentence(int one, int other) {
        return words.get(one).sentence() == words.get(other).sentence();
    }

    boolean isLastOfSentence(int word) {
        return word == count() - 1 || !areOfOneSentence(word, word + 1);
    }

    /** How many words the first sentence has; a text without an end is one sentence. */
    int inFirstSentence() {
        return (int) words.stream().filter(word -> word.sentence() == 0).count();
    }

    /** The text as written, from one word to another. */
    String excerpt(int first, int last) {
        return text.substring(words.get(first).start(), words.get(last).end());
    }
}
