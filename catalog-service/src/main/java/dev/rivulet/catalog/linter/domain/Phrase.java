package dev.rivulet.catalog.linter.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words in a row. One that ends with {@code *} stands for all words that begin like it, because Russian words have
 * endings; {@code |} stands between words of which any will do; {@code …} lets up to three other words of the sentence
 * stand between: {@code наш|нашей … платформ*|систем*}; {@code ¶} behind the last one wants the sentence to end with
 * it: {@code for all ¶}. No regular expressions, so that a tenant's rule costs time in
 * proportion to the text, whatever it says.
 */
public record Phrase(List<Word> words, boolean isEnd) {

    private static final int BETWEEN = 3;
    private static final String GAP = "…";
    private static final String END = "¶";
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Cf}№*|…]+");

    /**
     * A word of a phrase.
     *
     * @param forms any of which will do
     * @param apart whether others may stand before it
     */
    public record Word(List<String> forms, boolean apart) {

        private boolean isMetIn(String letters) {
            return forms.stream()
                    .anyMatch(form -> form.endsWith("*")
                            ? letters.startsWith(form.substring(0, form.length() - 1))
                            : letters.equals(form));
        }
    }

    /** Where a phrase stands: the places of its first and of its last word. */
    record Match(int first, int last) {

        boolean meets(Match other) {
            return first <= other.last && other.first <= last;
        }
    }

    /** Reads a phrase; one without a word is refused. */
    public static Phrase of(String text) {
        var words = new ArrayList<Word>();
        var apart = false;
        for (var token : SEPARATOR
                .splitAsStream(text.replace("...", GAP).replace(GAP, " … "))
                .toList()) {
            var forms = Arrays.stream(token.split("\\|", -1))
                    .map(Words::normal)
                    .filter(form -> !form.isEmpty())
                    .toList();
            if (token.equals(GAP)) {
                apart = true;
            } else if (!forms.isEmpty()) {
                words.add(new Word(forms, apart));
                apart = false;
            }
        }
        if (words.isEmpty()
                || !words.stream().flatMap(word -> word.forms().stream()).allMatch(Phrase::isForm)) {
            throw new IllegalArgumentException("not a phrase: " + text);
        }
        return new Phrase(List.copyOf(words), text.strip().endsWith(END));
    }

    private static boolean isForm(String form) {
        var star = form.indexOf('*');
        return star < 0 || (star == form.length() - 1 && star > 0);
    }

    /** Everywhere the phrase stands, from the beginning of the text on. */
    Stream<Match> in(Words text, Place place) {
        var starts = switch (place) {
            case START -> words.getFirst().apart() ? 1 + BETWEEN : 1;
            case WHOLE -> 1;
            case FIRST_SENTENCE, ANYWHERE -> text.count();
        };
        var limit = place == Place.FIRST_SENTENCE ? text.inFirstSentence() : text.count();
        return IntStream.range(0, Math.min(starts, limit))
                .boxed()
                .flatMap(start -> ends(text, start, limit)
                        .filter(end -> place != Place.WHOLE || end == limit - 1)
                        .filter(end -> !isEnd || text.isLastOfSentence(end))
                        .limit(1)
                        .map(end -> new Match(start, end)));
    }

    /** Where the phrase can end when it begins at a word, the nearest first. */
    private Stream<Integer> ends(Words text, int start, int limit) {
        var reached = new TreeSet<Integer>();
        if (words.getFirst().isMetIn(text.letters(start))) {
            reached.add(start);
        }
        for (var word : words.subList(1, words.size())) {
            var next = new TreeSet<Integer>();
            for (var from : reached) {
                IntStream.rangeClosed(from + 1, Math.min(from + 1 + (word.apart() ? BETWEEN : 0), limit - 1))
                        .filter(at -> at == from + 1 || text.areOfOneSentence(from, at))
                        .filter(at -> word.isMetIn(text.letters(at)))
                        .forEach(next::add);
            }
            reached = next;
        }
        return reached.stream();
    }
}
