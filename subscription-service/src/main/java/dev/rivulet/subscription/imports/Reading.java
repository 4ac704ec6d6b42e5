package dev.rivulet.subscription.imports;

import dev.rivulet.kit.problem.Faults;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.imports.Line.Status;
import dev.rivulet.subscription.imports.LineTable.Raw;
import dev.rivulet.subscription.imports.References.Known;
import dev.rivulet.subscription.imports.References.Name;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of an import, some hundred in a transaction: what each says, and whether that is known already. What is
 * known and says the same is left alone; what is known and says something else is refused.
 */
@Singleton
class Reading {

    private static final int BATCH = 500;

    private final LineTable lines;
    private final References references;
    private final RowReader reader;
    private final Families families;

    Reading(LineTable lines, References references, RowReader reader, Families families) {
        this.lines = lines;
        this.references = references;
        this.reader = reader;
        this.families = families;
    }

    /** Goes on behind what has been read, to the end. */
    void run(Task task) {
        while (QuarkusTransaction.requiringNew().call(() -> readSome(task))) {
            // Each turn is a transaction of its own.
        }
        QuarkusTransaction.requiringNew().timeout(Task.LONGEST_SECONDS).run(() -> {
            var count = families.sort(task.id());
            var circling = families.circling(task.id());
            lines.mark(task.id(), circling, Status.REFUSED);
            task.begin(
                    JobStatus.CHECKING,
                    count,
                    circling.stream()
                            .map(line -> refusal(line, "parent-cycle", "/row/parent"))
                            .toList());
        });
    }

    private boolean readSome(Task task) {
        var raw = lines.waiting(task.id(), task.cursor(), BATCH);
        if (raw.isEmpty()) {
            return false;
        }
        var refused = new ArrayList<Refusal>();
        var rows = rows(raw, refused);
        var ids = rows.values().stream().map(ImportRow::externalId).toList();
        var known = references.known(ids);
        var said = new HashMap<Name, Line>();
        lines.saying(task.id(), raw.getFirst().number(), ids)
                .forEach(line -> said.putIfAbsent(new Name(line.type(), line.externalId()), line));
        var read = new ArrayList<Line>();
        for (var each : raw) {
            var row = rows.get(each.number());
            if (row != null) {
                read(each, row, said, known, read, refused);
            }
        }
        lines.read(task.id(), read);
        lines.mark(task.id(), refused.stream().map(Refusal::line).toList(), Status.REFUSED);
        task.keep(raw.getLast().number(), refused);
        return true;
    }

    private Map<Long, ImportRow> rows(List<Raw> raw, List<Refusal> refused) {
        var rows = new HashMap<Long, ImportRow>();
        for (var each : raw) {
            try {
                rows.put(each.number(), reader.read(each.number(), each.content()));
            } catch (LineRefused e) {
                refused.add(e.refusal());
            }
        }
        return rows;
    }

    private void read(
            Raw raw,
            ImportRow row,
            Map<Name, Line> said,
            Map<Name, Known> known,
            List<Line> read,
            List<Refusal> refused) {
        var name = new Name(row.type(), row.externalId());
        var digest = reader.digest(row);
        var before = said.get(name);
        var taken = known.get(name);
        var standing = before != null ? before.digest() : taken != null ? taken.digest() : null;
        if (standing != null && !standing.equals(digest)) {
            refused.add(refusal(raw.number(), "import-conflict", "/row/externalId", row.externalId()));
            return;
        }
        var line = line(raw, row, digest, standing == null ? Status.READ : Status.UNCHANGED, taken);
        said.putIfAbsent(name, line);
        read.add(line);
    }

    private static Line line(Raw raw, ImportRow row, String digest, Status status, @Nullable Known taken) {
        @Nullable UUID subject = taken == null ? null : taken.id();
        return new Line(
                raw.number(),
                row.type(),
                row.externalId(),
                row.owner(),
                row.above(),
                digest,
                status,
                0,
                subject,
                raw.content());
    }

    private static Refusal refusal(long line, String code, String pointer, Object... arguments) {
        return new Refusal(line, Faults.of(Rejected.unprocessable(code, pointer, arguments)));
    }
}
