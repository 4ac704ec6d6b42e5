package dev.rivulet.catalog.linter.domain;

import dev.rivulet.catalog.linter.domain.Phrase.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for rules in the texts of a proposition. */
public final class Linter {

    private static final Comparator<Match> ORDER = Comparator.comparingInt(Match::first)
            .thenComparing(Comparator.comparingInt(Match::last).reversed());

    private Linter() {}

    /** Errors first, then in the order of the texts; the same words in one text are found once. */
    public static List<Finding> lint(List<LintRule> rules, Pitch pitch) {
        return rules.stream()
                .filter(rule -> rule.concerns(pitch))
                .flatMap(rule -> findings(rule, pitch))
                .sorted(Comparator.comparing((Finding finding) -> finding.rule().severity()))
                .toList();
    }

    private static Stream<Finding> findings(LintRule rule, Pitch pitch) {
        return new TreeSet<>(rule.fields())
                .stream()
                        .flatMap(pitch::texts)
                        .flatMap(located -> excerpts(rule, Words.of(located.text())).stream()
                                .map(excerpt -> new Finding(rule, located.pointer(), excerpt)));
    }

    /** What of the text the rule is met in: of phrases that share a word, the first and longest; a text begins once. */
    private static List<String> excerpts(LintRule rule, Words text) {
        if (text.count() > 0 && rule.whole().test(text.text())) {
            return List.of(text.text().strip());
        }
        var excused = rule.except().stream()
                .flatMap(phrase -> phrase.in(text, Place.ANYWHERE))
                .toList();
        var matches = rule.phrases().stream()
                .flatMap(phrase -> phrase.in(text, rule.place()))
                .filter(match -> excused.stream().noneMatch(match::meets))
                .sorted(ORDER)
                .limit(rule.place() == Place.START ? 1 : Long.MAX_VALUE)
                .toList();
        var excerpts = new ArrayList<String>();
        var seen = new HashSet<String>();
        var behind = 0;
        for (var match : matches) {
            if (match.first() >= behind) {
                behind = match.last() + 1;
                var excerpt = text.excerpt(match.first(), match.last());
                if (seen.add(Words.normal(excerpt))) {
                    excerpts.add(excerpt);
                }
            }
        }
        return excerpts;
    }
}
