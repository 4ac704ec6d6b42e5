package dev.rivulet.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The services as the local stack knows them. */
enum Service {
    CATALOG(8081),
    SUBSCRIPTION(8082),
    SUCCESS(8083);

    private final int usualPort;

    Service(int usualPort) {
        this.usualPort = usualPort;
    }

    /** Its short name, which is also the name of its database. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its full name, which is also its module's folder. */
    String title() {
        return key() + "-service";
    }

    int usualPort() {
        return usualPort;
    }

    String portVariable() {
        return "RIVULET_" + name() + "_PORT";
    }

    /** By short or full name. */
    static Service named(String name) {
        return Arrays.stream(values())
                .filter(service -> name.equals(service.key()) || name.equals(service.title()))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no service " + name + "; the services are "
                        + Arrays.stream(values()).map(Service::key).collect(Collectors.joining(", ")) + "."));
    }
}
