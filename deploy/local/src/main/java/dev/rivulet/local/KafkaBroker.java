package dev.rivulet.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker, its own controller, in this JVM. */
final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static KafkaBroker start(InfraSettings settings) throws IOException {
        int port = Port.claim(settings.kafkaPort(), "Kafka");
        Path logs = settings.data().resolve("kafka");
        Properties configuration = configure(port, Port.claim(0, "Kafka's controller"), logs);
        if (!Files.exists(logs.resolve("meta.properties"))) {
            format(configuration, settings.data().resolve("kafka.properties"));
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(configuration), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, port);
    }

    private static Properties configure(int port, int controllerPort, Path logs) {
        var properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
        properties.setProperty("log.dirs", logs.toString());
        properties.setProperty("num.partitions", "6");
        properties.setProperty("auto.create.topics.enable", "true");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        // A restarted broker is let in once the session of the killed one is over.
        properties.setProperty("broker.session.timeout.ms", "5000");
        properties.setProperty("broker.heartbeat.interval.ms", "1000");
        // One broker: its inner topics cannot have more than one replica.
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            properties.setProperty(topic + ".replication.factor", "1");
            properties.setProperty(topic + ".num.partitions", "3");
        }
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        return properties;
    }

    private static void format(Properties configuration, Path file) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            configuration.store(writer, null);
        }
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "--ignore-formatted"
        };
        var output = new ByteArrayOutputStream();
        if (StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8)) != 0) {
            throw new LocalStackException("Kafka could not prepare its data folder: "
                    + output.toString(StandardCharsets.UTF_8).strip());
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
