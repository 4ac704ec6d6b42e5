package dev.rivulet.catalog.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.catalog.job.Task;
import dev.rivulet.catalog.job.Work;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import java.io.BufferedReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines into the catalog. Some hundred rows are one transaction, which also notes how far it came, so that a
 * crash neither loses nor repeats a row; a row refused takes only itself back. A dry run is one transaction, taken back.
 */
@Singleton
class CatalogImport extends Work {

    static final String KIND = "catalog-import";

    private static final int BATCH = 200;
    private static final int LONGEST_SECONDS = 300;

    private final Sections sections;
    private final EntityManager entities;
    private final Validator validator;
    private final ObjectMapper json;
    private final Sql sql;

    CatalogImport(Sections sections, EntityManager entities, Validator validator, ObjectMapper json, Sql sql) {
        super(KIND);
        this.sections = sections;
        this.entities = entities;
        this.validator = validator;
        this.json = json;
        this.sql = sql;
    }

    @Override
    protected void run(Task task) {
        // Bytes as characters: a line's JSON reader knows UTF-8, its mistakes and a byte order mark.
        try (var lines = new BufferedReader(new InputStreamReader(task.input(), StandardCharsets.ISO_8859_1))) {
            var line = 0L;
            while (line < task.kept() && lines.readLine() != null) {
                line++;
            }
            if (task.isDryRun()) {
                tryAll(task, lines);
            } else {
                takeAll(task, lines, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeAll(Task task, BufferedReader lines, long before) {
        var done = before;
        while (true) {
            var from = done;
            var to = QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                var last = take(task, lines, from);
                task.keep(last);
                return last;
            });
            if (to < from + BATCH) {
                return;
            }
            done = to;
        }
    }

    private void tryAll(Task task, BufferedReader lines) {
        task.inTransaction(() -> {
            var done = 0L;
            for (var to = take(task, lines, done); to > done; to = take(task, lines, done)) {
                done = to;
                task.show(done, null);
            }
        });
    }

    /** Takes the next lines, a batch of them at most; the number of the last one read. */
    private long take(Task task, BufferedReader lines, long before) {
        var number = before;
        while (number < before + BATCH) {
            var line = next(lines);
            if (line == null) {
                break;
            }
            number++;
            if (!line.isBlank()) {
                take(task, number, line);
            }
        }
        entities.clear();
        return number;
    }

    private static @Nullable String next(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Task task, long number, String line) {
        sql.update("SAVEPOINT import_row");
        try {
            var envelope = envelope(line);
            var section = section(envelope);
            task.count(take(section, envelope.path("row")).counted(), 1);
        } catch (RowRefused refused) {
            if (violates(refused.reason)) {
                // Hibernate has given the transaction up, and the batch with it.
                throw Rejected.conflict("import-row-conflict", number);
            }
            takeBack();
            task.refuse(number, "/row", refused.reason);
        } catch (Rejected | WebApplicationException refused) {
            takeBack();
            task.refuse(number, refused);
        }
        sql.update("RELEASE SAVEPOINT import_row");
    }

    private Outcome take(Section<?> section, JsonNode row) {
        try {
            var outcome = section.take(row, json, validator);
            entities.flush();
            return outcome;
        } catch (RuntimeException e) {
            throw new RowRefused(e);
        }
    }

    /** Whether the database's own rules refuse the row: it clashes with another, which its section did not see. */
    private static boolean violates(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException e
                    && e.getSQLState() != null
                    && e.getSQLState().startsWith("23")) {
                return true;
            }
        }
        return false;
    }

    private void takeBack() {
        entities.clear();
        sql.update("ROLLBACK TO SAVEPOINT import_row");
    }

    private JsonNode envelope(String line) {
        try {
            return json.readTree(line.getBytes(StandardCharsets.ISO_8859_1));
        } catch (JsonProcessingException | CharConversionException e) {
            throw new WebApplicationException(e, 400);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Section<?> section(JsonNode envelope) {
        for (var property : envelope.properties()) {
            if (!property.getKey().equals("type") && !property.getKey().equals("row")) {
                throw Rejected.invalid("unknown-property", "/" + property.getKey(), property.getKey());
            }
        }
        var section = sections.named(envelope.path("type").asText());
        if (section == null) {
            throw Rejected.invalid(
                    "import-type-unknown", "/type", envelope.path("type").asText());
        }
        return section;
    }

    /** A failure inside a row, whose pointers are relative to it. */
    private static final class RowRefused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final RuntimeException reason;

        RowRefused(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
