package dev.rivulet.success.profile;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.input.CursorValues;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In which order customers are listed; equal ones in that of their ids. */
enum CustomerOrder {
    OPENED("openedAt", "account_id", ">"),
    NAME("name", "lower(name)", ">"),
    SMALLEST_MRR("mrr", "mrr_minor", ">"),
    LARGEST_MRR("-mrr", "mrr_minor", "<"),
    WORST_SCORE("score", "coalesce(score, 1000)", ">");

    /** Where a score that is not known sorts: behind all others. */
    private static final BigDecimal UNKNOWN_SCORE = BigDecimal.valueOf(1000);

    private final String parameter;
    private final String key;
    private final String sign;

    CustomerOrder(String parameter, String key, String sign) {
        this.parameter = parameter;
        this.key = key;
        this.sign = sign;
    }

    static CustomerOrder of(@Nullable String sort) {
        return sort == null
                ? OPENED
                : Arrays.stream(values())
                        .filter(order -> order.parameter.equals(sort))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("parameter-invalid", "?sort", "sort"));
    }

    /** Amounts of several currencies cannot be compared. */
    boolean isByMoney() {
        return this == SMALLEST_MRR || this == LARGEST_MRR;
    }

    /** Names the list in cursors, so that one of another order is refused. */
    String list() {
        return "customers " + parameter;
    }

    List<?> place(CustomerRow row) {
        return switch (this) {
            case OPENED -> List.of(row.id());
            case NAME -> List.of(Objects.requireNonNullElse(row.name(), ""), row.id());
            case SMALLEST_MRR, LARGEST_MRR ->
                List.of(row.mrr() == null ? 0 : row.mrr().minor(), row.id());
            case WORST_SCORE -> List.of(Objects.requireNonNullElse(row.score(), UNKNOWN_SCORE), row.id());
        };
    }

    /** The condition for what comes after a place, whose values are added to the list. */
    String after(Cursor place, List<Object> values) {
        if (this == OPENED) {
            values.add(CursorValues.of(place, 1).id(0));
            return "account_id > ?";
        }
        var last = CursorValues.of(place, 2);
        values.add(value(last));
        values.add(last.id(1));
        return "(" + key + ", account_id) " + sign + (this == NAME ? " (lower(?), ?)" : " (?, ?)");
    }

    String orderBy() {
        var direction = sign.equals("<") ? " DESC" : "";
        return this == OPENED ? "account_id" : key + direction + ", account_id" + direction;
    }

    private Object value(CursorValues last) {
        return switch (this) {
            case SMALLEST_MRR, LARGEST_MRR -> last.number(0);
            case WORST_SCORE -> last.decimal(0);
            case OPENED, NAME -> last.text(0);
        };
    }
}
