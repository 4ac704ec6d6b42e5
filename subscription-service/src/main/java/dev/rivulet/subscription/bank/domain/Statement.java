package dev.rivulet.subscription.bank.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * What was read of a statement.
 *
 * @param entries money that came in or was taken back, each known by a name of its own
 * @param debits how many entries tell of other money that went out, which is not ours to match
 */
public record Statement(List<Entry> entries, int debits) {

    public Statement {
        entries = apart(entries);
    }

    /** Entries that the bank calls alike are told apart by their order, which is the same when the statement comes again. */
    private static List<Entry> apart(List<Entry> entries) {
        var taken = new HashSet<String>();
        var times = new HashMap<String, Integer>();
        return entries.stream()
                .map(entry -> {
                    var name = entry.reference();
                    while (!taken.add(name)) {
                        name = entry.reference() + "#" + times.merge(entry.reference(), 2, (n, two) -> n + 1);
                    }
                    return name.equals(entry.reference()) ? entry : entry.knownAs(name);
                })
                .toList();
    }
}
