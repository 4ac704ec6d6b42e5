package dev.rivulet.success.score;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.input.CursorValues;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders of the list of scores. */
enum ScoreSort {
    /** The lowest first. */
    SCORE("score", "s.score, s.account_id", " AND (s.score, s.account_id) > (?, ?)"),
    /** The most money first, in one currency; none counts as 0. */
    MONEY(
            "-mrr",
            "coalesce(s.mrr_minor, 0) DESC, s.account_id DESC",
            " AND (coalesce(s.mrr_minor, 0), s.account_id) < (?, ?)");

    private final String parameter;
    final String order;
    private final String behind;

    ScoreSort(String parameter, String order, String behind) {
        this.parameter = parameter;
        this.order = order;
        this.behind = behind;
    }

    static ScoreSort of(@Nullable String parameter) {
        return parameter == null
                ? SCORE
                : Arrays.stream(values())
                        .filter(sort -> sort.parameter.equals(parameter))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("sort-unknown", "?sort"));
    }

    String list() {
        return "scores " + parameter;
    }

    List<?> place(RiskView row) {
        return switch (this) {
            case SCORE -> List.of(row.score(), row.accountId());
            case MONEY -> List.of(row.mrr() == null ? 0 : row.mrr().minor(), row.accountId());
        };
    }

    /** The condition that leads behind a place, and its values. */
    String after(@Nullable Cursor place, List<Object> values) {
        if (place == null) {
            return "";
        }
        var last = CursorValues.of(place, 2);
        values.add(
                switch (this) {
                    case SCORE -> last.decimal(0);
                    case MONEY -> last.number(0);
                });
        values.add(last.id(1));
        return behind;
    }
}
