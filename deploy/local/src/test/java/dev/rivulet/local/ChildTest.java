package dev.rivulet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

public class ChildTest {

    /** Stands for a service: runs until it is told to stop and then says good-bye. */
    public static final class Server {

        private Server() {}

        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped in order")));
            System.out.println("running " + arguments[0]);
            new CountDownLatch(1).await();
        }
    }

    /** Stands for a service that does not start. */
    public static final class Broken {

        private Broken() {}

        public static void main(String[] arguments) {
            throw new IllegalStateException("no database");
        }
    }

    @Test
    void shouldStopInOrderWhenItsInputEnds() throws Exception {
        Process child = start(Server.class, "well");
        var output = child.inputReader();
        assertEquals("running well", output.readLine());

        child.getOutputStream().close();

        assertEquals("stopped in order", output.readLine());
        assertTrue(child.waitFor(5, TimeUnit.SECONDS));
        assertEquals(0, child.exitValue());
    }

    @Test
    void shouldEndWhenTheProgramFails() throws Exception {
        Process child = start(Broken.class, "");

        assertTrue(child.waitFor(5, TimeUnit.SECONDS));
        assertEquals(1, child.exitValue());
        assertTrue(child.errorReader().readLine().contains("no database"));
    }

    private static Process start(Class<?> main, String argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        main.getName(),
                        argument)
                .start();
    }
}
