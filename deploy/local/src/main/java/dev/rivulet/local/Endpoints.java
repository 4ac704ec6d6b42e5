package dev.rivulet.local;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where the infrastructure of a running local stack listens. */
public record Endpoints(int postgresPort, int kafkaPort) {

    private static final Pattern READY_LINE = Pattern.compile("READY postgres=(\\d+) kafka=(\\d+)");

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + postgresPort + "/" + database;
    }

    /** A URL by which a service's migrating role connects, password included. */
    public String ownerJdbcUrl(String database, String service) {
        String owner = Databases.owner(service);
        return jdbcUrl(database) + "?user=" + owner + "&password=" + owner;
    }

    public String superuserJdbcUrl() {
        return superuserJdbcUrl("postgres");
    }

    public String superuserJdbcUrl(String database) {
        return jdbcUrl(database) + "?user=postgres";
    }

    public String bootstrapServers() {
        return "localhost:" + kafkaPort;
    }

    String readyLine() {
        return "READY postgres=" + postgresPort + " kafka=" + kafkaPort;
    }

    static Optional<Endpoints> fromReadyLine(String line) {
        var matcher = READY_LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new Endpoints(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
