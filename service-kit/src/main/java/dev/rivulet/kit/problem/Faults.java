package dev.rivulet.kit.problem;

import java.util.List;

/** What is wrong with one of many inputs, for those that report each instead of answering the first with a status. */
public final class Faults {

    private Faults() {}

    /**
     * One fault, before it has a text.
     *
     * @param pointer RFC 6901, into the input; empty for the whole of it
     * @param code stable; the text comes from {@link Texts}
     */
    public record Found(String pointer, String code, List<Object> arguments) {}

    /** The faults an exception stands for; empty when it is a failure of ours and not of the input. */
    public static List<Found> of(Throwable thrown) {
        var row = ProblemTable.row(thrown);
        if (row.ours()) {
            return List.of();
        }
        return row.faults().isEmpty()
                ? List.of(new Found("", row.code(), row.arguments()))
                : row.faults().stream()
                        .map(fault -> new Found(fault.pointer(), fault.code(), fault.arguments()))
                        .toList();
    }
}
