package dev.rivulet.success.task;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** What became of the tasks that a rule asked for. */
@Singleton
public class TaskOutcomes {

    private final Sql sql;
    private final Tenants tenants;

    TaskOutcomes(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /**
     * How many ended how.
     *
     * @param waiting are not completed yet
     */
    public record Tally(Map<TaskOutcome, Long> completed, long waiting) {}

    public Tally of(UUID rule) {
        var completed = new EnumMap<TaskOutcome, Long>(TaskOutcome.class);
        var waiting = new long[1];
        sql.read(
                "SELECT outcome, count(*) FROM success_task WHERE tenant_id = ? AND rule_id = ? GROUP BY outcome",
                row -> {
                    var outcome = row.getString(1);
                    if (outcome == null) {
                        waiting[0] = row.getLong(2);
                    } else {
                        completed.put(TaskOutcome.valueOf(outcome), row.getLong(2));
                    }
                    return String.valueOf(outcome);
                },
                tenants.current(),
                rule);
        return new Tally(completed, waiting[0]);
    }
}
