package dev.rivulet.catalog.activity;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import dev.rivulet.catalog.activity.domain.Ancestry;
import dev.rivulet.catalog.events.ActivityEditionImported;
import dev.rivulet.catalog.job.Task;
import dev.rivulet.catalog.job.Work;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes an edition what a CSV file says, in one transaction: the file is read as a stream, twice, because a code may
 * come before the one above it; the rows go in by the thousand. A row refused leaves its code as it was, and then no
 * code is taken away either, since the file is not whole.
 */
@Singleton
class CodeImport extends Work {

    static final String KIND = "activity-codes";

    private static final int BATCH = 1_000;
    private static final int MOST_CODES = 200_000;

    private final EditionRepository editions;
    private final CodeTable codes;
    private final TenantClock clock;
    private final Outbox outbox;
    private final Sql sql;

    CodeImport(EditionRepository editions, CodeTable codes, TenantClock clock, Outbox outbox, Sql sql) {
        super(KIND);
        this.sql = sql;
        this.editions = editions;
        this.codes = codes;
        this.clock = clock;
        this.outbox = outbox;
    }

    @Override
    protected void run(Task task) {
        var census = CodeFile.census(reader(task));
        if (census.rows() > MOST_CODES) {
            throw Rejected.unprocessable("list-too-long", "", MOST_CODES);
        }
        task.show(0, census.rows());
        task.inTransaction(() -> {
            var edition = edition(task);
            if (put(task, edition.id, census)) {
                announce(task, edition);
            }
        });
        task.show(census.rows(), null);
    }

    private static Reader reader(Task task) {
        return new InputStreamReader(task.input(), Charset.forName(task.parameter("charset")));
    }

    private Edition edition(Task task) {
        var scheme = task.parameter("scheme");
        var name = task.parameter("edition");
        // Two imports of one edition follow each other, the first one of all too.
        sql.hold(scheme, name);
        var edition = editions.named(scheme, name).orElseGet(() -> {
            var first = new Edition();
            first.scheme = scheme;
            first.edition = name;
            first.importedAt = clock.now();
            return first;
        });
        var validFrom = task.optional("validFrom");
        if (validFrom != null) {
            edition.validFrom = LocalDate.parse(validFrom);
        }
        editions.persistAndFlush(edition);
        return edition;
    }

    /** Whether anything is different now. */
    private boolean put(Task task, UUID edition, CodeFile.Census census) {
        var ancestry = new Ancestry(census.said(), standing(edition, census.refused()));
        var file = new CodeFile(reader(task));
        var seen = new HashSet<String>();
        var batch = new ArrayList<CodeView>(BATCH);
        var put = new CodeTable.Put(0, 0);
        var empty = codes.count(edition) == 0;
        var rows = 0L;
        for (var row = file.next(); row != null; row = file.next()) {
            rows++;
            try {
                var code = file.code(row, ancestry);
                if (!seen.add(code.code())) {
                    throw Rejected.unprocessable("activity-code-repeated", "/code", code.code());
                }
                batch.add(code);
            } catch (Rejected refused) {
                task.refuse(row.line(), refused);
            }
            if (batch.size() == BATCH) {
                put = sum(put, edition, batch, empty);
                task.show(rows, null);
            }
        }
        put = sum(put, edition, batch, empty);
        var removed = task.refused() == 0 && !empty ? codes.keepOnly(edition, seen) : 0;
        task.count("added", put.added());
        task.count("changed", put.changed());
        task.count("unchanged", seen.size() - put.added() - put.changed());
        task.count("removed", removed);
        return put.added() + put.changed() + removed > 0;
    }

    /** Codes whose rows are refused stay as they were, with the code above each, or itself for none. */
    private Map<String, String> standing(UUID edition, Set<String> refused) {
        return codes.find(edition, refused).stream()
                .collect(toMap(CodeView::code, code -> requireNonNullElse(code.parent(), code.code())));
    }

    private CodeTable.Put sum(CodeTable.Put before, UUID edition, List<CodeView> batch, boolean empty) {
        var now = empty ? codes.add(edition, batch) : codes.put(edition, batch);
        batch.clear();
        return new CodeTable.Put(before.added() + now.added(), before.changed() + now.changed());
    }

    private void announce(Task task, Edition edition) {
        edition.codes = codes.count(edition.id);
        edition.importedAt = clock.now();
        editions.flush();
        outbox.publish(
                ActivityEditionImported.TYPE,
                edition.id,
                edition.version,
                new ActivityEditionImported(
                        edition.id, edition.scheme, edition.edition, edition.validFrom, edition.codes, task.id()));
    }
}
