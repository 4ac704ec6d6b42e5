package dev.rivulet.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that must hold in the databases, kept as an SQL file: its first comment says what, and comments of the form
 * {@code -- none on DATABASE} or {@code -- same on DATABASE} begin the queries. A query of the first form finds what is
 * wrong; those of the second form must all give the same rows.
 *
 * @param name the file's name
 * @param says the sentence that must be true
 */
record Invariant(String name, String says, List<Query> queries) {

    enum Kind {
        NONE,
        SAME
    }

    record Query(Kind kind, String database, String sql) {}

    private static final Pattern BEGIN = Pattern.compile("(?m)^-- (none|same) on (\\w+)$");
    private static final Pattern FIGURE = Pattern.compile("\\$\\{(\\w+)}");

    static Invariant parse(String name, String text) {
        Matcher begin = BEGIN.matcher(text);
        if (!begin.find()) {
            throw new IllegalArgumentException(name + " has no line \"-- none on DATABASE\"");
        }
        String says = text.substring(0, begin.start())
                .replaceAll("(?m)^-- ?", "")
                .replace('\n', ' ')
                .strip();
        var queries = new ArrayList<Query>();
        while (true) {
            Kind kind = begin.group(1).equals("none") ? Kind.NONE : Kind.SAME;
            String database = begin.group(2);
            int from = begin.end();
            boolean more = begin.find();
            queries.add(new Query(
                    kind,
                    database,
                    text.substring(from, more ? begin.start() : text.length()).strip()));
            if (!more) {
                return new Invariant(name, says, queries);
            }
        }
    }

    /** With the figures of the demo load put in; empty when one that is needed is not known. */
    Optional<Invariant> with(Map<String, String> figures) {
        var filled = new ArrayList<Query>();
        for (Query query : queries) {
            Matcher needed = FIGURE.matcher(query.sql());
            if (!needed.results().allMatch(figure -> figures.containsKey(figure.group(1)))) {
                return Optional.empty();
            }
            String sql = FIGURE.matcher(query.sql()).replaceAll(figure -> figures.getOrDefault(figure.group(1), ""));
            filled.add(new Query(query.kind(), query.database(), sql));
        }
        return Optional.of(new Invariant(name, says, filled));
    }
}
