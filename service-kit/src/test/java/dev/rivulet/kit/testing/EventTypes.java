package dev.rivulet.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The types of the events that a service ships a schema of, by the files that are there. */
public final class EventTypes {

    private static final Path FILES = Path.of("src/main/resources/events");
    private static final String SCHEMA = ".schema.json";

    private EventTypes() {}

    public static Set<String> all() {
        try (var files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SCHEMA))
                    .map(name -> name.substring(0, name.length() - SCHEMA.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
