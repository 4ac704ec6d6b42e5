package dev.rivulet.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder of the whole project, found from wherever a module's tests or a script run. */
final class ProjectRoot {

    private static final String TOLD = "rivulet.root";

    private ProjectRoot() {}

    static Path find() {
        String told = System.getProperty(TOLD);
        if (told != null) {
            return Path.of(told);
        }
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new LocalStackException("No project folder (one with .mvn) at or above " + start + ".");
    }
}
