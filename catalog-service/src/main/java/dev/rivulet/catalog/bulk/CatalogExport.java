package dev.rivulet.catalog.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.catalog.job.Task;
import dev.rivulet.catalog.job.Work;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the whole catalog, one JSON Line for each row. */
@Singleton
class CatalogExport extends Work {

    static final String KIND = "catalog-export";

    private static final int PAGE = 500;

    private final Sections sections;
    private final EntityManager entities;
    private final ObjectMapper json;

    CatalogExport(Sections sections, EntityManager entities, ObjectMapper json) {
        super(KIND);
        this.sections = sections;
        this.entities = entities;
        this.json = json;
    }

    private record Line(String type, Record row) {}

    @Override
    protected void run(Task task) {
        task.inTransaction(() -> {
            try (var out = task.result()) {
                var done = 0L;
                for (var section : sections.inOrder()) {
                    done = write(section, out, task, done);
                }
                task.keep(done);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <R extends Record> long write(Section<R> section, OutputStream out, Task task, long before)
            throws IOException {
        var done = before;
        @Nullable R last = null;
        for (var page = section.rows(last, PAGE); !page.isEmpty(); page = section.rows(last, PAGE)) {
            for (var row : page) {
                out.write(json.writeValueAsString(new Line(section.name(), row)).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            last = page.getLast();
            done += page.size();
            task.count(section.name(), page.size());
            entities.clear();
            task.show(done, null);
        }
        return done;
    }
}
