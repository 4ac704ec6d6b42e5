package dev.rivulet.local;

import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** How a service is told, by its environment, of the local stack it runs in. */
final class ServiceSettings {

    /** Tenants of these names may have a test clock. */
    static final String SANDBOX_TENANTS = "demo|sandbox-.*";

    private ServiceSettings() {}

    /** The configuration by property name. */
    static Map<String, String> properties(Service service, int port, Endpoints endpoints, Issuer issuer) {
        String key = service.key();
        return Map.ofEntries(
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("quarkus.http.port", Integer.toString(port)),
                Map.entry("quarkus.datasource.jdbc.url", endpoints.jdbcUrl(key)),
                Map.entry("quarkus.datasource.username", Databases.app(key)),
                Map.entry("quarkus.datasource.password", Databases.app(key)),
                Map.entry("quarkus.flyway.username", Databases.owner(key)),
                Map.entry("quarkus.flyway.password", Databases.owner(key)),
                Map.entry("kafka.bootstrap.servers", endpoints.bootstrapServers()),
                Map.entry("quarkus.oidc.public-key", issuer.publicKey()),
                Map.entry("quarkus.oidc.token.issuer", Issuer.NAME),
                Map.entry("rivulet.sandbox-tenants", SANDBOX_TENANTS),
                Map.entry("rivulet.sealing.keys.local", issuer.sealingKey()),
                // A person reads these logs.
                Map.entry("quarkus.log.console.json.enabled", "false"));
    }

    /** Puts the configuration into the environment of a process to be started. */
    static void apply(Map<String, String> properties, Map<String, String> environment) {
        // The stack's own variables look like properties of the services, which refuse those they do not know.
        environment.keySet().removeIf(name -> name.matches("RIVULET_[A-Z]+_PORT"));
        environment.putAll(properties.entrySet().stream()
                .collect(Collectors.toMap(property -> variable(property.getKey()), Entry::getValue)));
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
