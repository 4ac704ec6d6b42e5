package dev.rivulet.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The one infrastructure of a test JVM. Quarkus loads test code by several class loaders, one per test profile, so a
 * static field would start one infrastructure for each: what they share is kept in system properties.
 */
final class TestStack {

    private static final String READY = "rivulet.test.infra";
    private static final String DATABASES = "rivulet.test.databases";
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private TestStack() {}

    static Endpoints endpoints() {
        // System properties are one object for all class loaders, unlike this class.
        synchronized (System.getProperties()) {
            String line = System.getProperty(READY);
            if (line == null) {
                InfraProcess infra = InfraProcess.startTemporary(TARGET);
                stopAtExit(infra.process());
                line = infra.endpoints().readyLine();
                System.setProperty(READY, line);
            }
            return Endpoints.fromReadyLine(line).orElseThrow();
        }
    }

    /** A database name that no application of this JVM has had. */
    static String nextDatabase(String service) {
        synchronized (System.getProperties()) {
            int number = Integer.getInteger(DATABASES, 0) + 1;
            System.setProperty(DATABASES, Integer.toString(number));
            return service + "_" + number;
        }
    }

    static Issuer issuer() {
        synchronized (System.getProperties()) {
            return Issuer.in(TARGET.resolve("issuer"));
        }
    }

    /** Touches classes of the JDK only, because this class loader may be closed by then. */
    private static void stopAtExit(Process infra) {
        Runtime.getRuntime().addShutdownHook(new Thread("stop-infra") {
            @Override
            public void run() {
                try {
                    infra.getOutputStream().close();
                    infra.waitFor(20, TimeUnit.SECONDS);
                } catch (IOException e) {
                    infra.destroy();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }
}
