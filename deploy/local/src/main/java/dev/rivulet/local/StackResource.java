package dev.rivulet.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a Quarkus test application a fresh database, the Kafka broker and the token issuer. The init argument
 * {@code database} names the service whose roles it uses.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    private String service = "kit";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("database", service);
    }

    @Override
    public Map<String, String> start() {
        Endpoints endpoints = TestStack.endpoints();
        String database = TestStack.nextDatabase(service);
        Databases.create(endpoints.superuserJdbcUrl(), database, service);
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", endpoints.jdbcUrl(database)),
                Map.entry("quarkus.datasource.username", Databases.app(service)),
                Map.entry("quarkus.datasource.password", Databases.app(service)),
                Map.entry("quarkus.flyway.username", Databases.owner(service)),
                Map.entry("quarkus.flyway.password", Databases.owner(service)),
                Map.entry("kafka.bootstrap.servers", endpoints.bootstrapServers()),
                Map.entry("quarkus.oidc.public-key", TestStack.issuer().publicKey()),
                Map.entry("rivulet.test.database", database),
                Map.entry("rivulet.test.owner-jdbc-url", endpoints.ownerJdbcUrl(database, service)),
                Map.entry("rivulet.test.superuser-jdbc-url", endpoints.superuserJdbcUrl(database)));
    }

    /** The infrastructure stays for the next application of this JVM; its database goes with it at the end. */
    @Override
    public void stop() {}
}
