package dev.rivulet.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfraProcessTest {

    @TempDir
    Path folder;

    @Test
    void shouldKeepDataAcrossRestartsAndBeDurable() throws Exception {
        var settings = InfraSettings.persistent(folder, 0, 0);
        try (var infra = InfraProcess.start(settings);
                var admin = admin(infra)) {
            var owner = infra.endpoints().ownerJdbcUrl("catalog", "catalog");
            Sql.execute(owner, "create table kept (word text)", "insert into kept values ('still here')");
            assertEquals("on", Sql.one(owner, "show fsync"));
            assertEquals("on", Sql.one(owner, "show synchronous_commit"));
            assertEquals("on", Sql.one(owner, "show full_page_writes"));
            admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }

        try (var infra = InfraProcess.start(settings);
                var admin = admin(infra)) {
            assertEquals(
                    "still here",
                    Sql.one(infra.endpoints().ownerJdbcUrl("catalog", "catalog"), "select word from kept"));
            assertEquals(Set.of("kept"), admin.listTopics().names().get(20, TimeUnit.SECONDS));

            var second = assertThrows(LocalStackException.class, () -> InfraProcess.start(settings));
            assertEquals(
                    "The data folder " + folder + " is in use by a running stack: stop that first.",
                    second.getMessage());
            assertEquals(
                    "1",
                    Sql.one(infra.endpoints().superuserJdbcUrl(), "select 1"),
                    "the refused start harmed this one");
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenItsParentIsKilled() throws Exception {
        Process parent = startParent("starter");
        var endpoints = Endpoints.fromReadyLine(parent.inputReader().readLine()).orElseThrow();
        assertTrue(listens(endpoints.postgresPort()) && listens(endpoints.kafkaPort()));

        parent.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !listens(endpoints.postgresPort()) && !listens(endpoints.kafkaPort()));
        await().atMost(Duration.ofSeconds(60)).until(() -> isEmpty(folder));
    }

    @Test
    void shouldReapThePostgresOfAKilledRunAndGoOnWithItsData() throws Exception {
        var settings = InfraSettings.persistent(folder, 0, 0);
        long orphan;
        try (var infra = InfraProcess.start(settings)) {
            Sql.execute(infra.endpoints().ownerJdbcUrl("success", "success"), "create table kept (word text)");
            infra.process().destroyForcibly().waitFor();
            orphan = PostgresOrphan.find(folder.resolve(PostgresServer.FOLDER))
                    .orElseThrow()
                    .pid();

            // While the first handle is not closed, the second start is the one that has to reap.
            try (var next = InfraProcess.start(settings)) {
                assertFalse(
                        ProcessHandle.of(orphan).filter(ProcessHandle::isAlive).isPresent());
                assertEquals(
                        "0", Sql.one(next.endpoints().ownerJdbcUrl("success", "success"), "select count(*) from kept"));
            }
        }
    }

    @Test
    void shouldSayWhichPortIsBusyAndWhoNeedsIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            var postgres = assertThrows(
                    LocalStackException.class, () -> InfraProcess.start(InfraSettings.persistent(folder, port, 0)));
            assertEquals(
                    "Port " + port
                            + " is busy, and PostgreSQL needs it: stop the program that listens there or choose another port.",
                    postgres.getMessage());

            var kafka = assertThrows(
                    LocalStackException.class, () -> InfraProcess.start(InfraSettings.persistent(folder, 0, port)));
            assertTrue(
                    kafka.getMessage().startsWith("Port " + port + " is busy, and Kafka needs it"), kafka.getMessage());
        }
    }

    @Test
    void shouldRefuseTheDataOfAnotherPostgresVersion() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("postgres")).resolve("PG_VERSION"), "17\n");

        var refusal = assertThrows(
                LocalStackException.class, () -> InfraProcess.start(InfraSettings.persistent(folder, 0, 0)));

        assertEquals(
                "The data folder " + folder + " was made by PostgreSQL 17 and this is PostgreSQL 18:"
                        + " delete that folder to start afresh, or go back to the version that made it.",
                refusal.getMessage());
    }

    private Process startParent(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledParent.class.getName(),
                        folder.toString())
                .redirectError(Path.of("target", name + ".log").toFile())
                .start();
    }

    private static Admin admin(InfraProcess infra) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, infra.endpoints().bootstrapServers()));
    }

    private static boolean listens(int port) {
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
