package dev.rivulet.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** The yardstick: {@code pgbench -S}, a select by primary key, on the PostgreSQL of the stack. */
final class PgBench {

    private static final String DATABASE = "pgbench";
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final Path program;
    private final Endpoints endpoints;

    private PgBench(Path program, Endpoints endpoints) {
        this.program = program;
        this.endpoints = endpoints;
    }

    /** With its tables made: a million rows. */
    static PgBench ready(Endpoints endpoints) throws IOException, InterruptedException {
        var bench = new PgBench(find(), endpoints);
        var source = new PGSimpleDataSource();
        source.setUrl(endpoints.superuserJdbcUrl());
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (found.next()) {
                return bench;
            }
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw new LocalStackException("The yardstick's database could not be made: " + e.getMessage(), e);
        }
        bench.run(List.of("-i", "-q", "-s", "10"));
        return bench;
    }

    double transactionsPerSecond(int connections, Duration duration) throws IOException, InterruptedException {
        var output = run(List.of(
                "-S", "-n", "-c", Integer.toString(connections), "-j", "2", "-T", Long.toString(duration.toSeconds())));
        var tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new LocalStackException("pgbench says no tps: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(endpoints.postgresPort()), "-U", "postgres"));
        command.add(DATABASE);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new LocalStackException("pgbench failed: " + output);
        }
        return output;
    }

    /** The binaries from Maven Central have none; Debian's postgresql-contrib puts it beside the server's. */
    private static Path find() throws IOException {
        var candidates = new ArrayList<Path>();
        for (var folder : String.valueOf(System.getenv("PATH")).split(":", -1)) {
            candidates.add(Path.of(folder, "pgbench"));
        }
        var installed = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> versions = Files.list(installed)) {
                versions.map(version -> version.resolve("bin/pgbench")).forEach(candidates::add);
            }
        }
        return candidates.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new LocalStackException(
                        "The yardstick pgbench is not installed" + " (Debian: apt-get install postgresql-contrib)."));
    }
}
