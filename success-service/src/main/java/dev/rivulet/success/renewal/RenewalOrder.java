package dev.rivulet.success.renewal;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.input.CursorValues;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In which order renewals are listed; equal ones in that of their subscriptions' ids. */
enum RenewalOrder {
    EARLIEST("renewalOn", "due_on", ">"),
    LARGEST("-mrr", "minor", "<");

    private final String parameter;
    private final String key;
    private final String sign;

    RenewalOrder(String parameter, String key, String sign) {
        this.parameter = parameter;
        this.key = key;
        this.sign = sign;
    }

    static RenewalOrder of(@Nullable String sort) {
        return sort == null
                ? EARLIEST
                : Arrays.stream(values())
                        .filter(order -> order.parameter.equals(sort))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("parameter-invalid", "?sort", "sort"));
    }

    /** Amounts of several currencies cannot be compared. */
    void require(RenewalFilter filter) {
        if (this == LARGEST && filter.currency == null) {
            throw Rejected.invalid("money-needs-currency", "?sort");
        }
    }

    /** Names the list in cursors, so that one of another order is refused. */
    String list() {
        return "renewals " + parameter;
    }

    List<?> place(Renewal renewal) {
        return this == EARLIEST
                ? List.of(renewal.dueOn(), renewal.subscriptionId())
                : List.of(renewal.mrr().minor(), renewal.subscriptionId());
    }

    Cursor cursor(Renewal renewal) {
        return new Cursor(place(renewal).stream().map(Objects::toString).toList());
    }

    /** The condition for what comes after a place, whose values are added to the list. */
    String after(Cursor place, List<Object> values) {
        var last = CursorValues.of(place, 2);
        values.add(this == EARLIEST ? last.day(0) : last.number(0));
        values.add(last.id(1));
        return " AND (" + key + ", subscription_id) " + sign + " (?, ?)";
    }

    String orderBy() {
        var direction = sign.equals("<") ? " DESC" : "";
        return " ORDER BY " + key + direction + ", subscription_id" + direction;
    }
}
