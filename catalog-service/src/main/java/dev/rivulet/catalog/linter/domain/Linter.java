package dev.rivulet.catalog.linter.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for rules in the texts of a proposition. */
public final class Linter {

    private Linter() {}

    /** Errors first, then in the order of the texts; of each rule the first place in each text. */
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
                        .flatMap(located -> first(rule, Words.of(located.text()))
                                .map(excerpt -> new Finding(rule, located.pointer(), excerpt))
                                .stream());
    }

    private static Optional<String> first(LintRule rule, Words text) {
        for (var phrase : rule.phrases()) {
            var start = phrase.in(text, rule.place());
            if (start.isPresent()) {
                return Optional.of(text.excerpt(
                        start.getAsInt(), start.getAsInt() + phrase.words().size() - 1));
            }
        }
        return Optional.empty();
    }
}
