package dev.rivulet.subscription.imports;

import dev.rivulet.kit.problem.Faults;
import java.util.List;
import java.util.Map;

/** What is wrong with a line, before its reasons have texts; pointers are into the line. */
record Refusal(long line, List<Faults.Found> faults) {

    /** What a row calls otherwise than the request that is made of it. */
    private static final Map<String, String> NAMES = Map.of("/baseSubscriptionId", "/base", "/accountId", "/account");

    /** What an exception says of a line, whose pointers are relative to a part of it; what it does not explain is thrown. */
    static Refusal of(long line, String within, RuntimeException reason) {
        var faults = Faults.of(reason);
        if (faults.isEmpty()) {
            throw reason;
        }
        return new Refusal(
                line,
                faults.stream()
                        .map(fault -> new Faults.Found(
                                within + NAMES.getOrDefault(fault.pointer(), fault.pointer()),
                                fault.code(),
                                fault.arguments()))
                        .toList());
    }
}
