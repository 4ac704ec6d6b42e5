package dev.rivulet.local;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Runs another program's main class for as long as standard input is open. The operating system closes that when the
 * parent ends, in whatever way, so that a service never outlives the stack it belongs to.
 *
 * <p>It runs on the class path of a service and therefore uses the JDK only.
 */
final class Child {

    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

    private Child() {}

    public static void main(String[] arguments) throws Throwable {
        Thread.ofPlatform().daemon().name("parent").start(Child::endWithParent);
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is expected but the end.
            }
        } catch (IOException e) {
            // A broken pipe is as good a sign as its end.
        }
        Thread.ofPlatform().daemon().name("stop-deadline").start(Child::haltLate);
        System.exit(0);
    }

    /** Nobody is left to kill a program whose shutdown hangs. */
    private static void haltLate() {
        try {
            Thread.sleep(STOP_DEADLINE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
