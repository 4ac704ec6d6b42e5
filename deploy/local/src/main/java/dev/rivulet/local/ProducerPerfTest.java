package dev.rivulet.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The yardstick: {@code kafka-producer-perf-test} of the broker's own release, with the payload of usage events. */
final class ProducerPerfTest {

    private static final int RECORDS = 1_500_000;
    private static final int DIFFERENT = 10_000;
    private static final String TOPIC = "bench-yardstick";
    private static final Pattern RATE = Pattern.compile(RECORDS + " records sent, ([0-9.]+) records/sec");

    private final Endpoints endpoints;
    private final Path payload;

    private ProducerPerfTest(Endpoints endpoints, Path payload) {
        this.endpoints = endpoints;
        this.payload = payload;
    }

    static ProducerPerfTest with(Endpoints endpoints, Path folder, BenchUsage usage) throws IOException {
        var payload = folder.resolve("payload.txt");
        Files.write(
                payload,
                IntStream.range(0, DIFFERENT)
                        .mapToObj(number -> usage.record(number).value())
                        .toList());
        return new ProducerPerfTest(endpoints, payload);
    }

    /** Acknowledged by all in-sync replicas and compressed, as the service writes. */
    double recordsPerSecond() throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                ProjectRoot.find().resolve("deploy/local/target/lib") + "/*",
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                TOPIC,
                "--num-records",
                Integer.toString(RECORDS),
                "--payload-file",
                payload.toString(),
                "--throughput",
                "-1",
                "--producer-props",
                "bootstrap.servers=" + endpoints.bootstrapServers(),
                "acks=all",
                "compression.type=lz4");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new LocalStackException("kafka-producer-perf-test says no rate: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
