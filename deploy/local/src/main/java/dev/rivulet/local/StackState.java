package dev.rivulet.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Process ids and ports of a running stack, in a file of its data folder: for the other scripts, and for the next start
 * to know what a killed one has left.
 *
 * @param pid the process that runs the stack
 * @param processes process ids of its parts by name
 * @param ports ports of its parts by name
 */
record StackState(long pid, Map<String, Long> processes, Map<String, Integer> ports) {

    private static final Duration LEFTOVER_DEADLINE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path file(Path data) {
        return data.resolve("up.json");
    }

    static Optional<StackState> read(Path data) {
        try {
            var all = JSON.readValue(Files.readString(file(data)), new TypeReference<TreeMap<String, Long>>() {});
            var processes = new TreeMap<String, Long>();
            var ports = new TreeMap<String, Integer>();
            all.forEach((name, number) -> {
                if (name.endsWith(".pid")) {
                    processes.put(name.substring(0, name.length() - ".pid".length()), number);
                } else if (name.endsWith(".port")) {
                    ports.put(name.substring(0, name.length() - ".port".length()), number.intValue());
                }
            });
            return Optional.of(new StackState(all.getOrDefault("pid", 0L), processes, ports));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(Path data) {
        // One flat line per number, so that a shell script can pick it out.
        var all = new TreeMap<String, Long>();
        all.put("pid", pid);
        processes.forEach((name, number) -> all.put(name + ".pid", number));
        ports.forEach((name, number) -> all.put(name + ".port", number.longValue()));
        try {
            Path draft = data.resolve("up.json.new");
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
            Files.move(draft, file(data), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalStackException("The data folder " + data + " cannot be written to: " + e.getMessage(), e);
        }
    }

    static void remove(Path data) throws IOException {
        Files.deleteIfExists(file(data));
    }

    int port(String part) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new LocalStackException("The running stack does not tell the port of " + part + ".");
        }
        return port;
    }

    boolean isRunning() {
        return ProcessHandle.of(pid).filter(StackState::isJava).isPresent();
    }

    /** The children of a killed stack end by themselves, but not at once. */
    void awaitLeftovers() throws InterruptedException {
        Instant deadline = Instant.now().plus(LEFTOVER_DEADLINE);
        for (long child : processes.values()) {
            while (ProcessHandle.of(child).filter(StackState::isJava).isPresent()
                    && Instant.now().isBefore(deadline)) {
                Thread.sleep(100);
            }
        }
    }

    /** The number may by now belong to another program. */
    private static boolean isJava(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent();
    }
}
