package dev.rivulet.subscription.imports;

import dev.rivulet.subscription.imports.Line.Status;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Goes through an import family by family, many of them together as long as none of their lines is refused. A family with
 * a line that is refused is tried again without it.
 */
@Singleton
class FamilyRun {

    private final LineTable lines;
    private final int batch;

    FamilyRun(LineTable lines, @ConfigProperty(name = "rivulet.imports.batch", defaultValue = "200") int batch) {
        this.lines = lines;
        this.batch = batch;
    }

    /** What is done with families in one transaction, which a refused line takes back. */
    @FunctionalInterface
    interface Step {

        /**
         * Does it.
         *
         * @param last the last family of these
         * @param refused what was refused of them
         */
        void take(long last, List<Line> lines, List<Refusal> refused);
    }

    /** Goes on behind the family that is done, to the last. */
    void run(Task task, Status status, Step step) {
        while (true) {
            var next = next(task);
            if (next.isEmpty()) {
                return;
            }
            var families = byFamily(next, status);
            var last = next.getLast().family();
            try {
                step.take(last, together(families.values()), List.of());
            } catch (LineRefused one) {
                families.forEach((family, members) -> alone(family, members, step));
            }
        }
    }

    private List<Line> next(Task task) {
        return QuarkusTransaction.requiringNew().call(() -> lines.next(task.id(), task.cursor(), batch));
    }

    private static void alone(long family, List<Line> members, Step step) {
        var rest = new ArrayList<>(members);
        var refused = new ArrayList<Refusal>();
        while (true) {
            try {
                step.take(family, List.copyOf(rest), List.copyOf(refused));
                return;
            } catch (LineRefused e) {
                refused.add(e.refusal());
                rest.removeIf(line -> line.number() == e.refusal().line());
            }
        }
    }

    private static Map<Long, List<Line>> byFamily(List<Line> lines, Status status) {
        var families = new LinkedHashMap<Long, List<Line>>();
        for (var line : lines) {
            var members = families.computeIfAbsent(line.family(), family -> new ArrayList<>());
            if (line.status() == status) {
                members.add(line);
            }
        }
        return families;
    }

    private static List<Line> together(Collection<List<Line>> families) {
        return families.stream().flatMap(List::stream).toList();
    }
}
