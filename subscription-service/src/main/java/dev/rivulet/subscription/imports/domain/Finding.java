package dev.rivulet.subscription.imports.domain;

import dev.rivulet.kit.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a comparison.
 *
 * @param expected null where nobody expected it
 * @param cause of a difference; null for a match
 * @param lines what is billed of it
 */
public record Finding(@Nullable Expected expected, @Nullable Cause cause, List<Billed> lines) {

    public Finding {
        lines = List.copyOf(lines);
        if (expected == null && lines.isEmpty()) {
            throw new IllegalArgumentException("neither expected nor billed");
        }
    }

    public Verdict verdict() {
        if (cause == null) {
            return Verdict.MATCH;
        }
        return expected == null ? Verdict.UNEXPECTED : lines.isEmpty() ? Verdict.MISSING : Verdict.DIFFERENT;
    }

    /** What is to be paid for the lines; empty when there are none. */
    public Optional<Money> billed() {
        return lines.stream().map(Billed::gross).reduce(Money::plus);
    }
}
