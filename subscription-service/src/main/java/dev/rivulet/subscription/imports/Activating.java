package dev.rivulet.subscription.imports;

import dev.rivulet.subscription.imports.Line.Status;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes an import real, families in a transaction with how far it came: a crash neither loses nor repeats one. What
 * could be taken over when it was checked and cannot be any more is refused, and the rest goes on.
 */
@Singleton
class Activating {

    private final FamilyRun families;
    private final Taking taking;
    private final LineTable lines;

    Activating(FamilyRun families, Taking taking, LineTable lines) {
        this.families = families;
        this.taking = taking;
        this.lines = lines;
    }

    void run(Task task) {
        families.run(
                task,
                Status.CHECKED,
                (last, tried, refused) -> QuarkusTransaction.requiringNew()
                        .timeout(Task.LONGEST_SECONDS)
                        .run(() -> take(task, last, tried, refused)));
        QuarkusTransaction.requiringNew().run(() -> task.end(JobStatus.ACTIVE));
    }

    private void take(Task task, long last, List<Line> tried, List<Refusal> refused) {
        lines.taken(task.id(), taking.take(task.id(), tried));
        lines.mark(task.id(), refused.stream().map(Refusal::line).toList(), Status.REFUSED);
        task.keep(last, refused);
    }
}
