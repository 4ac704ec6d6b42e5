package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Faults;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.imports.Line.Status;
import dev.rivulet.subscription.imports.LineTable.Raw;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Objects;

/** Reads the lines of a comparison, and finds the family of the import that each speaks of. */
@Singleton
class ReadingExpectations {

    private static final int BATCH = 500;
    private static final int MONTHS = 36;

    private final LineTable lines;
    private final RowReader reader;
    private final ObjectMapper json;
    private final TenantClock clock;

    ReadingExpectations(LineTable lines, RowReader reader, ObjectMapper json, TenantClock clock) {
        this.lines = lines;
        this.reader = reader;
        this.json = json;
        this.clock = clock;
    }

    /** Goes on behind what has been read, to the end. */
    void run(Task task) {
        while (QuarkusTransaction.requiringNew().call(() -> readSome(task))) {
            // Each turn is a transaction of its own.
        }
        QuarkusTransaction.requiringNew().run(() -> {
            var strange = lines.joinFamilies(task.id(), task.importId());
            lines.mark(task.id(), strange.stream().map(Line::number).toList(), Status.REFUSED);
            task.begin(
                    JobStatus.COMPARING,
                    lines.families(task.id()),
                    strange.stream().map(ReadingExpectations::unknown).toList());
        });
    }

    private boolean readSome(Task task) {
        var raw = lines.waiting(task.id(), task.cursor(), BATCH);
        if (raw.isEmpty()) {
            return false;
        }
        var read = new ArrayList<Line>();
        var refused = new ArrayList<Refusal>();
        for (var each : raw) {
            try {
                read.add(line(each));
            } catch (ConstraintViolationException | Rejected | WebApplicationException reason) {
                refused.add(Refusal.of(each.number(), "", reason));
            }
        }
        lines.read(task.id(), read);
        lines.mark(task.id(), refused.stream().map(Refusal::line).toList(), Status.REFUSED);
        task.keep(raw.getLast().number(), refused);
        return true;
    }

    private Line line(Raw raw) {
        var row = row(raw.content());
        if ((row.subscription() == null) == (row.account() == null)) {
            throw Rejected.invalid("value-missing", "/subscription");
        }
        if (!row.periodStart().isBefore(row.periodEnd())) {
            throw Rejected.invalid("range-backwards", "/periodEnd");
        }
        var today = clock.today(ZoneOffset.UTC);
        var from = today.minusMonths(MONTHS);
        var to = today.plusMonths(MONTHS);
        if (row.periodStart().isBefore(from) || row.periodEnd().isAfter(to)) {
            throw Rejected.unprocessable("date-range", "/periodEnd", from, to);
        }
        var name = Objects.requireNonNullElse(row.subscription(), row.account());
        return new Line(raw.number(), row.type(), name, name, null, "", Status.READ, 0, null, raw.content());
    }

    /** What a line expects. */
    ExpectationRow row(String line) {
        try {
            return reader.checked(json.readTree(line), ExpectationRow.class);
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
    }

    private static Refusal unknown(Line line) {
        var type = line.type().text();
        var reason = Rejected.unprocessable("import-reference-unknown", "/" + type, type, line.externalId());
        return new Refusal(line.number(), Faults.of(reason));
    }
}
