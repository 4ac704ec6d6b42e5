package dev.rivulet.local.demo;

/** The load cannot go on; the message is one sentence for the person at the terminal. */
public final class DemoException extends RuntimeException {

    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
