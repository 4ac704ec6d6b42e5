package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.problem.Rejected;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What movements can be told apart by. */
enum GroupBy {
    MONTH("month", "to_char(moved_on, 'YYYY-MM')"),
    PLAN("plan", "plan_id::text"),
    PRODUCT("product", "product_id::text"),
    SEGMENT("segment", "segment_id::text"),
    PARTNER("partner", "partner_id::text"),
    ACTIVITY_CODE("activityCode", "activity_code");

    private final String text;
    /** Never of a caller's making. */
    final String column;

    GroupBy(String text, String column) {
        this.text = text;
        this.column = column;
    }

    static GroupBy of(@Nullable String text) {
        if (text == null) {
            return MONTH;
        }
        return Arrays.stream(values())
                .filter(by -> by.text.equals(text))
                .findFirst()
                .orElseThrow(() -> Rejected.invalid("parameter-invalid", "?groupBy", "groupBy"));
    }

    String text() {
        return text;
    }
}
