package dev.rivulet.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A service on PostgreSQL and Kafka of its own, with fsync on, for as long as something is measured. */
final class BenchService implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Issuer issuer;
    private final int port;
    private final ServiceProcess process;

    private BenchService(Issuer issuer, int port, ServiceProcess process) {
        this.issuer = issuer;
        this.port = port;
        this.process = process;
    }

    /** The subscription service. */
    static BenchService start(Path folder, Endpoints endpoints, Map<String, String> settings) throws IOException {
        return start(Service.SUBSCRIPTION, folder, endpoints, settings);
    }

    static BenchService start(Service kind, Path folder, Endpoints endpoints, Map<String, String> settings)
            throws IOException {
        var issuer = Issuer.in(folder);
        var port = Port.claim(0, "the " + kind.title());
        var url = URI.create("http://localhost:" + port);
        var properties = new HashMap<>(ServiceSettings.properties(kind, port, endpoints, issuer));
        properties.putAll(settings);
        var log = Files.createDirectories(folder.resolve("logs")).resolve(kind.title() + ".log");
        var service = new BenchService(issuer, port, ServiceProcess.start(kind, properties, url, log));
        service.process.awaitReady(service.http);
        return service;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    String token(String tenant) {
        return issuer.token(tenant, "bench", Set.of("sales", "admin", "billing"), Duration.ofHours(2), Map.of());
    }

    String get(String token, String path) throws IOException, InterruptedException {
        return send(token, HttpRequest.newBuilder(uri(path)).GET());
    }

    String post(String token, String path, String body) throws IOException, InterruptedException {
        return post(token, path, "application/json", body);
    }

    String post(String token, String path, String type, String body) throws IOException, InterruptedException {
        return send(
                token,
                HttpRequest.newBuilder(uri(path)).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String send(String token, HttpRequest.Builder request) throws IOException, InterruptedException {
        var response =
                http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new LocalStackException(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() throws InterruptedException {
        process.requestStop();
        process.awaitStop(Instant.now().plusSeconds(20));
    }
}
