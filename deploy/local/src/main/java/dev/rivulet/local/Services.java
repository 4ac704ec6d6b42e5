package dev.rivulet.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The services of one stack as child JVMs, and the file that tells of them. */
final class Services {

    private static final Duration STOP_DEADLINE = Duration.ofSeconds(8);

    // The services are put under load here, too, so that C2 stays on. It waits longer than usual, though: it would take
    // a quarter of the processor time of three starts on two cores.
    private static final List<String> LATE_C2 = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=40000",
            "-XX:Tier4BackEdgeThreshold=160000");

    private final Path data;
    private final Ports ports;
    private final InfraProcess infra;
    private final Issuer issuer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<Service, ServiceProcess> running = new EnumMap<>(Service.class);
    private boolean stopped;

    Services(Path data, Ports ports, InfraProcess infra, Issuer issuer) {
        this.data = data;
        this.ports = ports;
        this.infra = infra;
        this.issuer = issuer;
    }

    /** Starts a service, again if need be, and waits until it can serve requests. */
    ServiceProcess launch(Service service) {
        ServiceProcess process = start(service);
        process.awaitReady(http);
        return process;
    }

    private synchronized ServiceProcess start(Service service) {
        if (stopped) {
            throw new LocalStackException("The stack is being stopped.");
        }
        var properties = ServiceSettings.properties(service, ports.of(service), infra.endpoints(), issuer);
        var process = ServiceProcess.start(service, properties, ports.url(service), log(service), LATE_C2);
        running.put(service, process);
        writeState();
        return process;
    }

    /** Begins the logs of this run anew. */
    void clearLogs() throws IOException {
        for (Service service : Service.values()) {
            Files.deleteIfExists(log(service));
        }
    }

    private Path log(Service service) {
        return data.resolve("logs").resolve(service.title() + ".log");
    }

    private void writeState() {
        var processes = new TreeMap<>(Map.of("infra", infra.process().pid()));
        running.forEach((service, process) -> processes.put(service.title(), process.pid()));
        var listening = new TreeMap<>(Map.of("postgres", ports.postgres(), "kafka", ports.kafka()));
        ports.services().forEach((service, port) -> listening.put(service.title(), port));
        new StackState(ProcessHandle.current().pid(), processes, listening).write(data);
    }

    /** Lets them finish what they are doing, for a while. */
    synchronized void stop() {
        stopped = true;
        running.values().forEach(ServiceProcess::requestStop);
        Instant deadline = Instant.now().plus(STOP_DEADLINE);
        try {
            for (ServiceProcess process : running.values()) {
                process.awaitStop(deadline);
            }
            StackState.remove(data);
        } catch (IOException e) {
            System.err.println("The file up.json in " + data + " could not be removed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
