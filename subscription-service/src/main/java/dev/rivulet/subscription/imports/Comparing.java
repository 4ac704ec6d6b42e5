package dev.rivulet.subscription.imports;

import dev.rivulet.subscription.imports.FindingTable.Content;
import dev.rivulet.subscription.imports.ShadowBilling.Compared;
import dev.rivulet.subscription.imports.domain.Finding;
import dev.rivulet.subscription.lifecycle.Rehearsal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares family by family: what was found of one is kept together with how far it came. */
@Singleton
class Comparing {

    private static final int BATCH = 200;

    private final LineTable lines;
    private final FindingTable findings;
    private final ShadowBilling billing;
    private final ReadingExpectations expectations;
    private final Rehearsal rehearsal;

    Comparing(
            LineTable lines,
            FindingTable findings,
            ShadowBilling billing,
            ReadingExpectations expectations,
            Rehearsal rehearsal) {
        this.lines = lines;
        this.findings = findings;
        this.billing = billing;
        this.expectations = expectations;
        this.rehearsal = rehearsal;
    }

    void run(Task task) {
        for (var next = next(task); !next.isEmpty(); next = next(task)) {
            var families = new LinkedHashMap<Long, List<Line>>();
            next.forEach(line -> families.computeIfAbsent(line.family(), family -> new ArrayList<>())
                    .add(line));
            families.forEach((family, wanted) -> compare(task, family, wanted));
        }
        QuarkusTransaction.requiringNew().run(() -> task.end(JobStatus.COMPARED));
    }

    private List<Line> next(Task task) {
        return QuarkusTransaction.requiringNew().call(() -> lines.next(task.id(), task.cursor(), BATCH));
    }

    private void compare(Task task, long family, List<Line> wanted) {
        var readable = wanted.stream()
                .filter(line -> line.status() == Line.Status.READ)
                .toList();
        var members = QuarkusTransaction.requiringNew().call(() -> lines.of(task.importId(), family));
        var refused = new ArrayList<Refusal>();
        var found = new ArrayList<Content>();
        var compared = compared(task, members, readable, refused);
        for (var finding : compared.findings()) {
            found.add(content(finding, readable, compared.names()));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            for (var i = 0; i < found.size(); i++) {
                findings.add(task.id(), family, compared.findings().get(i), found.get(i));
            }
            lines.mark(task.id(), refused.stream().map(Refusal::line).toList(), Line.Status.REFUSED);
            task.keep(family, refused);
        });
    }

    private Compared compared(Task task, List<Line> members, List<Line> wanted, List<Refusal> refused) {
        try {
            return rehearsal.of(() -> billing.compare(task.importId(), members, wanted), Task.LONGEST_SECONDS);
        } catch (LineRefused e) {
            // What could be taken over when it was checked cannot be any more: nothing of it can be compared.
            wanted.forEach(
                    line -> refused.add(new Refusal(line.number(), e.refusal().faults())));
            return new Compared(List.of(), Map.of());
        }
    }

    private Content content(Finding finding, List<Line> wanted, Map<UUID, String> names) {
        var shown = findings.lines(finding);
        var expected = finding.expected();
        if (expected == null) {
            var line = finding.lines().getFirst();
            var subscription = line.subscription() == null ? null : names.get(line.subscription());
            var account = subscription == null ? names.get(line.payer()) : null;
            return new Content(subscription, account, line.start(), line.end(), shown);
        }
        var row = expectations.row(line(wanted, expected.line()).content());
        return new Content(row.subscription(), row.account(), expected.start(), expected.end(), shown);
    }

    private static Line line(List<Line> wanted, long number) {
        return wanted.stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
