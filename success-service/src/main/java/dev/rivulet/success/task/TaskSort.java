package dev.rivulet.success.task;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.task.TaskFilter.Conditions;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders of an inbox. */
enum TaskSort {
    OPENED("openedAt", "id"),
    /** The earliest deadline first. */
    DUE("dueOn", "due_on, id"),
    /** The worst first, of those the youngest. */
    SEVERITY("-severity", "severity DESC, id DESC"),
    /** The most money first. */
    MONEY("-moneyAtRisk", "at_risk DESC, id DESC");

    private final String parameter;
    final String order;

    TaskSort(String parameter, String order) {
        this.parameter = parameter;
        this.order = order;
    }

    static TaskSort of(@Nullable String parameter) {
        return parameter == null
                ? OPENED
                : Arrays.stream(values())
                        .filter(sort -> sort.parameter.equals(parameter))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("sort-unknown", "?sort"));
    }

    String list() {
        return "tasks " + parameter;
    }

    List<?> place(SuccessTask task) {
        return switch (this) {
            case OPENED -> List.of(task.id);
            case DUE -> List.of(task.dueOn, task.id);
            case SEVERITY -> List.of(task.severity.rank, task.id);
            case MONEY -> List.of(task.moneyAtRisk == null ? BigDecimal.ZERO : task.moneyAtRisk.decimal(), task.id);
        };
    }

    void after(@Nullable Cursor place, Conditions conditions) {
        if (place == null) {
            return;
        }
        try {
            var value = place.values().getFirst();
            switch (this) {
                case OPENED -> conditions.and("id > ?", place.id());
                case DUE -> conditions.and("(due_on, id) > (?, ?)", LocalDate.parse(value), place.id());
                case SEVERITY ->
                    conditions.and("(severity, id) < (?::smallint, ?)", Integer.valueOf(value), place.id());
                case MONEY -> conditions.and("(at_risk, id) < (?, ?)", new BigDecimal(value), place.id());
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw Rejected.invalid("cursor-invalid", "?cursor");
        }
    }
}
