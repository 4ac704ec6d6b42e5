package dev.rivulet.success.task;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.input.CursorValues;
import dev.rivulet.success.task.TaskFilter.Conditions;
import java.math.BigDecimal;
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
        var last = CursorValues.of(place, this == OPENED ? 1 : 2);
        switch (this) {
            case OPENED -> conditions.and("id > ?", last.id(0));
            case DUE -> conditions.and("(due_on, id) > (?, ?)", last.day(0), last.id(1));
            case SEVERITY -> conditions.and("(severity, id) < (?, ?)", last.number(0), last.id(1));
            case MONEY -> conditions.and("(at_risk, id) < (?, ?)", last.decimal(0), last.id(1));
        }
    }
}
