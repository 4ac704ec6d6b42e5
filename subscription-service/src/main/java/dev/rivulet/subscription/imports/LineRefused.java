package dev.rivulet.subscription.imports;

/** Takes a transaction back because of a line in it. */
final class LineRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    LineRefused(long line, String within, RuntimeException reason) {
        super("line " + line + ": " + reason.getMessage(), reason);
        this.refusal = Refusal.of(line, within, reason);
    }

    Refusal refusal() {
        return refusal;
    }
}
