package dev.rivulet.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code ./deploy/bench/code-import}: from the moment a CSV file of activity codes is sent until its job is seen to have
 * succeeded, against a plain JDBC batch insert of the same rows into an empty table of the same columns and primary key
 * on the same PostgreSQL. Turn and turn about, so that what else the machine does meets both. Starts what it needs by
 * itself, on a folder of its own.
 */
final class CodeImportBench {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 41;
    private static final int USUAL_ROWS = 3_000;
    private static final int BATCH = 1_000;
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchService service;
    private final String token;
    private final PGSimpleDataSource database = new PGSimpleDataSource();

    private CodeImportBench(BenchService service, Endpoints endpoints) {
        this.service = service;
        this.token = service.token("bench");
        database.setUrl(endpoints.superuserJdbcUrl("catalog"));
    }

    public static void main(String[] given) throws IOException, InterruptedException, SQLException {
        try {
            var words = Arguments.parse(given, Set.of(), Set.of()).words();
            var rows = words.isEmpty() ? USUAL_ROWS : Integer.parseInt(words.getFirst());
            var folder = TemporaryFolders.create(ProjectRoot.find().resolve("deploy/local/target"));
            try (var infra = InfraProcess.start(InfraSettings.measured(folder));
                    var service = BenchService.start(Service.CATALOG, folder, infra.endpoints(), Map.of())) {
                new CodeImportBench(service, infra.endpoints()).measure(rows(rows));
            }
        } catch (UsageException | LocalStackException | NumberFormatException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private record Row(String section, String code, String parent, String level, String name) {

        String csv() {
            return String.join(",", section, code, parent, level, "\"" + name + "\"");
        }
    }

    /** A tree of three levels with Russian names of the usual length. */
    private static List<Row> rows(int count) {
        var rows = new ArrayList<Row>(count);
        for (var i = 0; rows.size() < count; i++) {
            var division = String.valueOf(10 + i / 8_100);
            var group = division + "." + (10 + i / 90 % 90);
            if (i % 8_100 == 0) {
                rows.add(new Row("A", division, "", "CLASS", name(division)));
            }
            if (i % 90 == 0) {
                rows.add(new Row("A", group, division, "GROUP", name(group)));
            }
            var code = group + "." + (10 + i % 90);
            rows.add(new Row("A", code, group, "KIND", name(code)));
        }
        return rows.subList(0, count);
    }

    private static String name(String code) {
        return "Деятельность, связанная с использованием вычислительной техники, прочая " + code;
    }

    private void measure(List<Row> rows) throws IOException, InterruptedException, SQLException {
        var csv = new StringBuilder("section,code,parent,level,name\n");
        rows.forEach(row -> csv.append(row.csv()).append('\n'));
        var imports = new long[ROUNDS];
        var inserts = new long[ROUNDS];
        for (var i = -WARM_UP; i < ROUNDS; i++) {
            var inserted = insert(rows);
            var imported = importAll(csv.toString(), rows.size());
            if (i >= 0) {
                inserts[i] = inserted;
                imports[i] = imported;
            }
        }
        var insert = median(inserts);
        var imported = median(imports);
        System.out.printf(
                "%d rows, median of %d: import %.0f ms (%.0f rows/s), plain JDBC batch %.0f ms (%.0f rows/s), ratio %.2f%n",
                rows.size(),
                ROUNDS,
                imported / 1e6,
                rows.size() * 1e9 / imported,
                insert / 1e6,
                rows.size() * 1e9 / insert,
                (double) insert / imported);
    }

    private static long median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private long insert(List<Row> rows) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(connection, "DROP TABLE IF EXISTS bench_code");
            execute(connection, """
                    CREATE TABLE bench_code (tenant_id text, edition_id uuid, code text COLLATE "C", parent text,
                      section text, level text, name text NOT NULL, licensed boolean NOT NULL,
                      PRIMARY KEY (tenant_id, edition_id, code))""");
            connection.setAutoCommit(false);
            var edition = UUID.randomUUID();
            var begun = System.nanoTime();
            try (var insert = connection.prepareStatement("INSERT INTO bench_code VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (var i = 0; i < rows.size(); i++) {
                    var row = rows.get(i);
                    insert.setString(1, "bench");
                    insert.setObject(2, edition);
                    insert.setString(3, row.code());
                    insert.setString(4, row.parent());
                    insert.setString(5, row.section());
                    insert.setString(6, row.level());
                    insert.setString(7, row.name());
                    insert.setBoolean(8, false);
                    insert.addBatch();
                    if ((i + 1) % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            var nanos = System.nanoTime() - begun;
            connection.setAutoCommit(true);
            execute(connection, "DROP TABLE bench_code");
            return nanos;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long importAll(String csv, int rows) throws IOException, InterruptedException {
        var path = "/activity-code-imports?scheme=BENCH&edition=b"
                + UUID.randomUUID().toString().substring(0, 8);
        var begun = System.nanoTime();
        var job = JSON.readTree(service.post(token, path, "text/csv", csv));
        var look = "/jobs/" + job.path("id").asText();
        while (!job.path("status").asText().equals("SUCCEEDED")) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()
                    || job.path("status").asText().equals("FAILED")) {
                throw new LocalStackException("The import did not succeed: " + job);
            }
            Thread.sleep(LOOK);
            job = JSON.readTree(service.get(token, look));
        }
        var nanos = System.nanoTime() - begun;
        if (job.path("summary").path("added").asInt() != rows) {
            throw new LocalStackException("The import did not add every row: " + job);
        }
        return nanos;
    }
}
