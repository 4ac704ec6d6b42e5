package dev.rivulet.catalog.activity.domain;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one edition of a scheme changes against another. */
public final class EditionDiff {

    private EditionDiff() {}

    /** What became of a code. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** The same code has another name. */
        RENAMED,
        /** The same name has another code, or the code another parent. */
        MOVED
    }

    /** A code of an edition. */
    public record Code(String code, @Nullable String parent, String name) {}

    /**
     * A change.
     *
     * @param code before, or after where it is added
     * @param codeAfter null where it is removed
     * @param nameBefore null where it is added
     * @param nameAfter null where it is removed
     */
    public record Change(
            Kind kind,
            String code,
            @Nullable String codeAfter,
            @Nullable String nameBefore,
            @Nullable String nameAfter) {}

    /** In the order of the codes; a code that is both renamed and moved is in it twice. */
    public static List<Change> between(Collection<Code> before, Collection<Code> after) {
        var old = byCode(before);
        var young = byCode(after);
        var moved = moved(old, young);
        var arrived = new TreeSet<>(moved.values());
        var changes = Stream.concat(
                old.values().stream().flatMap(code -> fate(code, young.get(code.code()), moved.get(code.code()))),
                young.values().stream()
                        .filter(code -> !old.containsKey(code.code()) && !arrived.contains(code.code()))
                        .map(code -> new Change(Kind.ADDED, code.code(), code.code(), null, code.name())));
        return changes.sorted(Comparator.comparing(Change::code)
                        .thenComparing(change -> change.kind().name()))
                .toList();
    }

    private static Stream<Change> fate(Code before, @Nullable Code after, @Nullable String movedTo) {
        if (movedTo != null) {
            return Stream.of(new Change(Kind.MOVED, before.code(), movedTo, before.name(), before.name()));
        }
        if (after == null) {
            return Stream.of(new Change(Kind.REMOVED, before.code(), null, before.name(), null));
        }
        var changes = Stream.<Change>builder();
        if (!before.name().equals(after.name())) {
            changes.add(new Change(Kind.RENAMED, before.code(), after.code(), before.name(), after.name()));
        }
        if (!Objects.equals(before.parent(), after.parent())) {
            changes.add(new Change(Kind.MOVED, before.code(), after.code(), before.name(), after.name()));
        }
        return changes.build();
    }

    /** From the old to the new code, where a name that only one gone and one new code have tells that they are one. */
    private static Map<String, String> moved(Map<String, Code> old, Map<String, Code> young) {
        var gone = unique(old.values().stream().filter(code -> !young.containsKey(code.code())));
        var come = unique(young.values().stream().filter(code -> !old.containsKey(code.code())));
        var moved = new HashMap<String, String>();
        gone.forEach((name, code) -> {
            var now = come.get(name);
            if (now != null) {
                moved.put(code, now);
            }
        });
        return moved;
    }

    private static Map<String, String> unique(Stream<Code> codes) {
        return codes.collect(groupingBy(Code::name)).values().stream()
                .filter(same -> same.size() == 1)
                .map(List::getFirst)
                .collect(toMap(Code::name, Code::code));
    }

    private static Map<String, Code> byCode(Collection<Code> codes) {
        return codes.stream().collect(toMap(Code::code, identity()));
    }
}
