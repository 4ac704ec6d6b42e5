package dev.rivulet.success.request;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.input.CursorValues;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order requests are listed; equal ones the later first. */
enum RequestOrder {
    CREATED("createdAt", "id"),
    MOST_MONEY("-mrr", "minor DESC, accounts DESC, id DESC"),
    MOST_ACCOUNTS("-accounts", "accounts DESC, minor DESC, id DESC");

    private final String parameter;
    final String orderBy;

    RequestOrder(String parameter, String orderBy) {
        this.parameter = parameter;
        this.orderBy = orderBy;
    }

    static RequestOrder of(@Nullable String sort) {
        return sort == null
                ? CREATED
                : Arrays.stream(values())
                        .filter(order -> order.parameter.equals(sort))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("sort-unknown", "?sort"));
    }

    /** Names the list in cursors, so that one of another order or currency is refused. */
    String list(@Nullable String currency) {
        return "requests " + parameter + (currency == null ? "" : " " + currency);
    }

    List<?> place(RequestRanking.Ranked ranked) {
        return switch (this) {
            case CREATED -> List.of(ranked.view().id());
            case MOST_MONEY ->
                List.of(ranked.minor(), ranked.accounts(), ranked.view().id());
            case MOST_ACCOUNTS ->
                List.of(ranked.accounts(), ranked.minor(), ranked.view().id());
        };
    }

    /** The condition for what comes after a place, whose values are added to the list. */
    String after(Cursor place, List<Object> values) {
        if (this == CREATED) {
            values.add(CursorValues.of(place, 1).id(0));
            return "id > ?";
        }
        var last = CursorValues.of(place, 3);
        values.add(last.number(0));
        values.add(last.number(1));
        values.add(last.id(2));
        return (this == MOST_MONEY ? "(minor, accounts, id)" : "(accounts, minor, id)") + " < (?, ?, ?)";
    }
}
