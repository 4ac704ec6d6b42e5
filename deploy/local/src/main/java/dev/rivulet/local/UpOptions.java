package dev.rivulet.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What {@code ./deploy/up} was asked for.
 *
 * @param demo whether to load the demo tenant
 * @param keepGoing whether a service that ends is started again
 * @param without the services that somebody else runs
 * @param data folder of everything that is stored
 * @param help whether to explain the options and do nothing
 */
record UpOptions(boolean demo, boolean keepGoing, Set<Service> without, Path data, boolean help) {

    static final String USAGE = """
            Usage: ./deploy/up [--demo] [--data DIR] [--keep-going] [--without NAME]... [--help]

            Starts PostgreSQL, Kafka and the three services on this machine and runs until Ctrl-C.

              --demo          load the demo tenant once everything is ready
              --data DIR      keep the data there (default: deploy/local/.data)
              --keep-going    start a service again that has ended, as an orchestrator would
              --without NAME  leave a service out, to run it with ./deploy/dev NAME
              --help          this text

            Ports, each to be changed by the environment variable:
              RIVULET_POSTGRES_PORT (15432), RIVULET_KAFKA_PORT (19092),
              RIVULET_CATALOG_PORT (8081), RIVULET_SUBSCRIPTION_PORT (8082), RIVULET_SUCCESS_PORT (8083)
            Memory of PostgreSQL for pages: RIVULET_POSTGRES_SHARED_BUFFERS (128MB)
            """;

    private static final String WITHOUT = "--without";

    static UpOptions parse(String[] given) {
        var arguments = Arguments.parse(
                given, Set.of("--demo", "--keep-going", "--help", "-h"), Set.of(Arguments.DATA, WITHOUT));
        arguments.refuseWords();
        var without = EnumSet.noneOf(Service.class);
        arguments.all(WITHOUT).forEach(name -> without.add(Service.named(name)));
        return new UpOptions(
                arguments.has("--demo"),
                arguments.has("--keep-going"),
                without,
                arguments.data(),
                arguments.has("--help") || arguments.has("-h"));
    }

    boolean isUsualData() {
        return data.equals(Arguments.usualData());
    }

    /** The services to start. */
    Set<Service> services() {
        var services = EnumSet.allOf(Service.class);
        services.removeAll(without);
        return services;
    }
}
