package dev.rivulet.local;

/** The local stack cannot start or go on; the message is one sentence for the person at the terminal. */
public final class LocalStackException extends RuntimeException {

    LocalStackException(String message) {
        super(message);
    }

    LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
