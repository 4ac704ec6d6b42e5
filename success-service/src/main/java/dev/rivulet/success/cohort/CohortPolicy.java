package dev.rivulet.success.cohort;

import dev.rivulet.kit.problem.Rejected;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** By which of two named policies the values of a table are made. */
enum CohortPolicy {
    KNOWN_NOW(
            "as-known-now",
            "Every movement known by now counts in the month it holds from, in its account's zone. An account belongs"
                    + " to the month of its first day with revenue, and begins with what it has at the end of that"
                    + " day."),
    REPORTED(
            "as-reported",
            "Each month as it was known when it closed, at 12:00 UTC of the day after it; what became known later is"
                    + " left out.");

    static final int VERSION = 1;

    final String text;
    final String definition;

    CohortPolicy(String text, String definition) {
        this.text = text;
        this.definition = definition;
    }

    static CohortPolicy of(@Nullable String text) {
        return text == null
                ? KNOWN_NOW
                : Arrays.stream(values())
                        .filter(policy -> policy.text.equals(text))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("parameter-invalid", "?policy", "policy"));
    }
}
