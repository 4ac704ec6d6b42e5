package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.Ancestry;
import dev.rivulet.catalog.activity.domain.CodeTree;
import dev.rivulet.catalog.activity.domain.CsvReader;
import dev.rivulet.catalog.activity.domain.CsvRow;
import dev.rivulet.catalog.activity.domain.Mojibake;
import dev.rivulet.kit.problem.Rejected;
import java.io.Reader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of codes with a heading: {@code code} and {@code name} (or {@code name_ru}, {@code name_en}), and where it
 * has them {@code parent}, {@code section}, {@code level} and {@code licensed}; other columns are not read.
 */
final class CodeFile {

    private static final List<String> NAMES = List.of("name", "name_ru", "name_en");
    private static final Set<String> YES = Set.of("true", "1", "yes", "да");
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_WORD = 40;

    private final CsvReader csv;
    private final Map<String, Integer> columns = new HashMap<>();
    private final String name;

    CodeFile(Reader reader) {
        csv = new CsvReader(reader);
        var heading = csv.next();
        if (heading != null) {
            for (var i = 0; i < heading.fields().size(); i++) {
                columns.putIfAbsent(heading.fields().get(i).strip().toLowerCase(Locale.ROOT), i);
            }
        }
        if (!columns.containsKey("code")) {
            throw Rejected.unprocessable("csv-column-missing", "", "code");
        }
        name = NAMES.stream()
                .filter(columns::containsKey)
                .findFirst()
                .orElseThrow(() -> Rejected.unprocessable("csv-column-missing", "", "name"));
    }

    @Nullable
    CsvRow next() {
        return csv.next();
    }

    /** What the rows that can be taken by themselves say of their codes, and the codes of the others. */
    static Census census(Reader reader) {
        var file = new CodeFile(reader);
        var said = new HashMap<String, Ancestry.Said>();
        var refused = new HashSet<String>();
        var rows = 0L;
        for (var row = file.next(); row != null; row = file.next()) {
            rows++;
            try {
                var code = file.stated(row);
                said.putIfAbsent(code.code(), new Ancestry.Said(code.parent(), code.section()));
            } catch (Rejected none) {
                var index = Objects.requireNonNull(file.columns.get("code"));
                refused.add(
                        index < row.fields().size() ? row.fields().get(index).strip() : "");
            }
        }
        refused.removeIf(code -> said.containsKey(code) || !CodeTree.isCode(code));
        return new Census(said, refused, rows);
    }

    /** Of the rows refused, those codes that no other row has. */
    record Census(Map<String, Ancestry.Said> said, Set<String> refused, long rows) {}

    /** The code that a row describes with its place in the tree, or a refusal of the row. */
    CodeView code(CsvRow row, Ancestry ancestry) {
        var code = stated(row);
        var parent = ancestry.parent(code.code());
        switch (ancestry.verdict(code.code())) {
            case PLACED -> {
                // Nothing stands against it.
            }
            case PARENT_UNKNOWN ->
                throw Rejected.unprocessable("activity-parent-unknown", "/parent", String.valueOf(parent));
            case BELOW_ITSELF -> throw Rejected.unprocessable("activity-parent-cycle", "/parent", code.code());
        }
        return code.under(parent);
    }

    /** The code that a row describes, with the parent it names. */
    private CodeView stated(CsvRow row) {
        var code = text(row, "code");
        if (code == null) {
            throw Rejected.invalid("value-missing", "/code");
        }
        if (!CodeTree.isCode(code)) {
            throw Rejected.invalid("activity-code-format", "/code", code);
        }
        var called = text(row, name);
        if (called == null) {
            throw Rejected.invalid("value-missing", "/" + name);
        }
        if (called.length() > LONGEST_NAME) {
            throw Rejected.invalid("text-too-long", "/" + name, LONGEST_NAME);
        }
        return new CodeView(
                code,
                text(row, "parent"),
                word(row, "section"),
                word(row, "level"),
                called,
                YES.contains(String.valueOf(text(row, "licensed")).toLowerCase(Locale.ROOT)));
    }

    private @Nullable String word(CsvRow row, String column) {
        var word = text(row, column);
        if (word != null && word.length() > LONGEST_WORD) {
            throw Rejected.invalid("text-too-long", "/" + column, LONGEST_WORD);
        }
        return word;
    }

    private @Nullable String text(CsvRow row, String column) {
        var index = columns.get(column);
        if (index == null || index >= row.fields().size()) {
            return null;
        }
        var text = Mojibake.repaired(row.fields().get(index)).strip();
        if (text.indexOf('\0') >= 0) {
            throw Rejected.invalid("text-invalid", "/" + column);
        }
        return text.isEmpty() ? null : text;
    }
}
