package dev.rivulet.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts the infrastructure and then waits to be killed. */
final class KilledParent {

    private KilledParent() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(
                InfraProcess.startTemporary(Path.of(arguments[0])).endpoints().readyLine());
        new CountDownLatch(1).await();
    }
}
