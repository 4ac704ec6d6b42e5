package dev.rivulet.local;

import java.nio.file.Path;
import java.util.List;

/**
 * How to run PostgreSQL and Kafka.
 *
 * @param data folder of everything that is stored
 * @param temporary whether that folder goes when the infrastructure stops
 * @param postgresPort 0 for any free port
 * @param kafkaPort 0 for any free port
 * @param durable whether committed data survives a power cut; tests trade that for speed
 */
public record InfraSettings(Path data, boolean temporary, int postgresPort, int kafkaPort, boolean durable) {

    public InfraSettings {
        data = data.toAbsolutePath().normalize();
    }

    /** Kept across restarts and written through to the disk. */
    public static InfraSettings persistent(Path data, int postgresPort, int kafkaPort) {
        return new InfraSettings(data, false, postgresPort, kafkaPort, true);
    }

    /** Free ports, no fsync, gone at stop. */
    public static InfraSettings temporary(Path data) {
        return new InfraSettings(data, true, 0, 0, false);
    }

    /** Free ports, gone at stop, but written through to the disk: what is measured there must hold elsewhere. */
    static InfraSettings measured(Path data) {
        return new InfraSettings(data, true, 0, 0, true);
    }

    /** Whether how fast it is matters more than how soon it starts. */
    boolean isMeasured() {
        return temporary && durable;
    }

    List<String> toArguments() {
        return List.of(
                data.toString(),
                Boolean.toString(temporary),
                Integer.toString(postgresPort),
                Integer.toString(kafkaPort),
                Boolean.toString(durable));
    }

    static InfraSettings fromArguments(String[] arguments) {
        if (arguments.length != 5) {
            throw new IllegalArgumentException("Usage: Infra DATA TEMPORARY POSTGRES_PORT KAFKA_PORT DURABLE");
        }
        return new InfraSettings(
                Path.of(arguments[0]),
                Boolean.parseBoolean(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Boolean.parseBoolean(arguments[4]));
    }
}
