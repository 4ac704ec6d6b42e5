package dev.rivulet.subscription.imports;

import dev.rivulet.subscription.imports.Line.Status;
import dev.rivulet.subscription.lifecycle.Rehearsal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;

/** Tries everything by letting it happen and taking it back, and notes what could not be. */
@Singleton
class Checking {

    private final FamilyRun families;
    private final Taking taking;
    private final LineTable lines;
    private final Rehearsal rehearsal;

    Checking(FamilyRun families, Taking taking, LineTable lines, Rehearsal rehearsal) {
        this.families = families;
        this.taking = taking;
        this.lines = lines;
        this.rehearsal = rehearsal;
    }

    void run(Task task) {
        families.run(task, Status.READ, (last, tried, refused) -> {
            rehearsal.of(() -> taking.take(task.id(), tried), Task.LONGEST_SECONDS);
            QuarkusTransaction.requiringNew().run(() -> keep(task, last, tried, refused));
        });
        QuarkusTransaction.requiringNew().run(() -> task.end(task.isDryRun() ? JobStatus.CHECKED : JobStatus.SHADOW));
    }

    private void keep(Task task, long last, List<Line> tried, List<Refusal> refused) {
        lines.mark(task.id(), tried.stream().map(Line::number).toList(), Status.CHECKED);
        lines.mark(task.id(), refused.stream().map(Refusal::line).toList(), Status.REFUSED);
        task.keep(last, refused);
    }
}
