package dev.rivulet.local;

/** A command line that cannot be understood; the message is one sentence that says why. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
