package dev.rivulet.success.task;

/** How much a task matters, from the least. */
public enum Severity {
    LOW(0),
    MEDIUM(1),
    HIGH(2),
    URGENT(3);

    /** What is kept and sorted by. */
    final int rank;

    Severity(int rank) {
        this.rank = rank;
    }

    static Severity of(int rank) {
        for (var severity : values()) {
            if (severity.rank == rank) {
                return severity;
            }
        }
        throw new IllegalArgumentException("no severity " + rank);
    }
}
