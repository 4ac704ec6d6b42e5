package dev.rivulet.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/** Creates the databases of the services: an owner that migrates, and an application role bound by row security. */
public final class Databases {

    /** The services that have a database of their own, under their own name. */
    public static final List<String> SERVICES = List.of("catalog", "subscription", "success");

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,50}");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
    private static final String DUPLICATE_DATABASE = "42P04";

    private Databases() {}

    /** The role that owns a service's database; its local password is its name. */
    public static String owner(String service) {
        return service + "_owner";
    }

    /** The role a service works as; its local password is its name. */
    public static String app(String service) {
        return service + "_app";
    }

    /** Creates a database and roles of the same name; does nothing to what is there already. */
    public static void create(String superuserJdbcUrl, String name) {
        create(superuserJdbcUrl, name, name);
    }

    /** Creates a further database for a service, owned by and open to that service's roles. */
    public static void create(String superuserJdbcUrl, String database, String service) {
        String[] parts = script(database, service).split("(?m)^\\\\connect .*$", 2);
        run(superuserJdbcUrl, "postgres", parts[0]);
        run(superuserJdbcUrl, database, parts[1]);
    }

    private static String script(String database, String service) {
        for (String name : List.of(database, service)) {
            if (!IDENTIFIER.matcher(name).matches()) {
                throw new IllegalArgumentException("Not a database name: " + name);
            }
        }
        try (var resource = Objects.requireNonNull(Databases.class.getResourceAsStream("provision.sql"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${database}", database)
                    .replace("${owner}", owner(service))
                    .replace("${owner_password}", owner(service))
                    .replace("${app}", app(service))
                    .replace("${app_password}", app(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String superuserJdbcUrl, String database, String script) {
        // Not DriverManager: it hides drivers of other class loaders, and a test application has its own.
        var source = new PGSimpleDataSource();
        source.setUrl(superuserJdbcUrl);
        source.setDatabaseName(database);
        // Errors are told by exception; that a database exists already is none, and no line in the server's log.
        source.setOptions("-c log_min_messages=panic");
        try (Connection connection = source.getConnection()) {
            // One by one, because several in one call are one transaction, where no database can be created.
            for (String statement : BLANK_LINE.split(script, -1)) {
                execute(connection, statement);
            }
        } catch (SQLException e) {
            throw new LocalStackException("The database " + database + " could not be prepared: " + e.getMessage(), e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
