package dev.rivulet.local;

import java.net.URI;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * The TCP ports of one stack. Each can be moved by an environment variable, so that two stacks run side by side.
 *
 * @param services by service
 */
record Ports(int postgres, int kafka, Map<Service, Integer> services) {

    static final String POSTGRES_VARIABLE = "RIVULET_POSTGRES_PORT";
    static final String KAFKA_VARIABLE = "RIVULET_KAFKA_PORT";

    private static final int USUAL_POSTGRES = 15432;
    private static final int USUAL_KAFKA = 19092;

    static Ports from(Map<String, String> environment) {
        var services = new EnumMap<Service, Integer>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, port(environment, service.portVariable(), service.usualPort()));
        }
        return new Ports(
                port(environment, POSTGRES_VARIABLE, USUAL_POSTGRES),
                port(environment, KAFKA_VARIABLE, USUAL_KAFKA),
                services);
    }

    private static int port(Map<String, String> environment, String variable, int usual) {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            return usual;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new LocalStackException(
                    "The environment variable " + variable + " is \"" + value + "\", which is not a TCP port.");
        }
        return Integer.parseInt(value);
    }

    int of(Service service) {
        return services.getOrDefault(service, service.usualPort());
    }

    /** Where a browser on this machine finds the service. */
    URI url(Service service) {
        return URI.create("http://localhost:" + of(service));
    }

    /** Says which port is busy, who needs it and how to move it. */
    void requireFree(Collection<Service> started) {
        requireFree(postgres, "PostgreSQL", POSTGRES_VARIABLE);
        requireFree(kafka, "Kafka", KAFKA_VARIABLE);
        started.forEach(service -> requireFree(of(service), service.title(), service.portVariable()));
    }

    private static void requireFree(int port, String part, String variable) {
        Port.claim(port, part, "set " + variable + " to a free port");
    }
}
