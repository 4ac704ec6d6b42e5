package dev.rivulet.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL from Maven Central's binaries, on a data folder of its own. */
final class PostgresServer implements AutoCloseable {

    static final String FOLDER = "postgres";
    static final String MAJOR_VERSION = "18";

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgresServer start(InfraSettings settings) throws IOException {
        Path data = settings.data().resolve(FOLDER);
        PostgresOrphan.reap(data);
        requireMajorVersion(data);
        int port = Port.claim(settings.postgresPort(), "PostgreSQL");
        // Present once the folder has been initialized whole; without it a killed first start left half of one.
        Path complete = settings.data().resolve(FOLDER + ".initialized");
        if (!Files.exists(complete)) {
            DataFolder.delete(data);
        }
        var server = new PostgresServer(configure(settings, data, port).start());
        if (!Files.exists(complete)) {
            Files.createFile(complete);
        }
        return server;
    }

    private static EmbeddedPostgres.Builder configure(InfraSettings settings, Path data, int port) {
        String durable = settings.durable() ? "on" : "off";
        File log = settings.data().resolve("postgres.log").toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setPort(port)
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log))
                // Independent of the machine's locale, and lower() still knows Cyrillic.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // Each is said outright: the launcher's own default is to run without fsync.
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig(
                        "shared_buffers", System.getenv().getOrDefault("RIVULET_POSTGRES_SHARED_BUFFERS", "128MB"));
    }

    private static void requireMajorVersion(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(MAJOR_VERSION)) {
                throw new LocalStackException("The data folder " + data.getParent() + " was made by PostgreSQL " + found
                        + " and this is PostgreSQL " + MAJOR_VERSION
                        + ": delete that folder to start afresh, or go back to the version that made it.");
            }
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
