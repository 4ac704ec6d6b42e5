package dev.rivulet.subscription.deal;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which order deals are listed; equal ones in that of their opening. */
enum DealOrder {
    OPENED("openedAt", "id", false),
    LAST_OPENED("-openedAt", "id", true),
    CLOSE("expectedClose", "expectedClose", false),
    LAST_CLOSE("-expectedClose", "expectedClose", true),
    AMOUNT("expectedAmount", "expected.minor", false),
    LARGEST_AMOUNT("-expectedAmount", "expected.minor", true);

    private final String parameter;
    private final String field;
    private final boolean descending;

    DealOrder(String parameter, String field, boolean descending) {
        this.parameter = parameter;
        this.field = field;
        this.descending = descending;
    }

    static DealOrder of(@Nullable String sort) {
        return sort == null
                ? OPENED
                : Arrays.stream(values())
                        .filter(order -> order.parameter.equals(sort))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("parameter-invalid", "?sort", "sort"));
    }

    /** Amounts of several currencies cannot be compared. */
    boolean isByAmount() {
        return this == AMOUNT || this == LARGEST_AMOUNT;
    }

    /** Names the list in cursors, so that one of another order is refused. */
    String list() {
        return "deals " + parameter;
    }

    List<?> place(Deal deal) {
        return switch (this) {
            case OPENED, LAST_OPENED -> List.of(deal.id);
            case CLOSE, LAST_CLOSE -> List.of(deal.expectedClose, deal.id);
            case AMOUNT, LARGEST_AMOUNT -> List.of(deal.expected.minor(), deal.id);
        };
    }

    /** The condition for what comes after a place, whose parameters are put into the map. */
    String after(Cursor place, Map<String, Object> parameters) {
        var sign = descending ? "<" : ">";
        parameters.put("lastId", place.id());
        if (field.equals("id")) {
            return "id " + sign + " :lastId";
        }
        parameters.put("last", value(place.values().getFirst()));
        return "(%1$s %2$s :last or %1$s = :last and id %2$s :lastId)".formatted(field, sign);
    }

    String orderBy() {
        var direction = descending ? " desc" : "";
        return field.equals("id") ? "id" + direction : field + direction + ", id" + direction;
    }

    private Object value(String text) {
        try {
            return isByAmount() ? (Object) Long.valueOf(text) : LocalDate.parse(text);
        } catch (NumberFormatException | DateTimeException e) {
            throw Rejected.invalid("cursor-invalid", "?cursor");
        }
    }
}
