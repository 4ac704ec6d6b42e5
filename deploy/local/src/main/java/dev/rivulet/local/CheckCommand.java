package dev.rivulet.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./deploy/drills/check}: waits until the running stack has settled, and looks for what is lost or doubled. */
final class CheckCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TOLD_VIOLATIONS = 5;

    private CheckCommand() {}

    public static void main(String[] given) throws IOException, ExecutionException, InterruptedException, SQLException {
        Logger.getLogger("").setLevel(Level.WARNING);
        try {
            var arguments = Arguments.parse(given, Set.of(), Set.of(Arguments.DATA));
            arguments.refuseWords();
            System.exit(check(arguments.data()) ? 0 : 1);
        } catch (UsageException e) {
            System.err.println(e.getMessage() + " Usage: ./deploy/drills/check [--data DIR]");
            System.exit(2);
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean check(Path data) throws IOException, ExecutionException, InterruptedException, SQLException {
        StackState stack = StackState.read(data)
                .filter(StackState::isRunning)
                .orElseThrow(() -> new LocalStackException("No stack is running on " + data + "."));
        var endpoints = new Endpoints(stack.port("postgres"), stack.port("kafka"));
        List<String> underWay = new Settling(endpoints).await(PATIENCE);
        underWay.forEach(what -> System.out.println("Not settled after " + PATIENCE.toSeconds() + " s: " + what));
        boolean good = underWay.isEmpty();
        var check = new InvariantCheck(endpoints);
        Map<String, String> figures = figures(data.resolve("demo.json"));
        for (Invariant invariant : invariants()) {
            var filled = invariant.with(figures);
            if (filled.isEmpty()) {
                tell("skipped", invariant);
                continue;
            }
            List<String> violations = check.violations(filled.get());
            tell(violations.isEmpty() ? "holds" : "BROKEN", invariant);
            violations.stream().limit(TOLD_VIOLATIONS).forEach(row -> System.out.println("             " + row));
            if (violations.size() > TOLD_VIOLATIONS) {
                System.out.println("             … " + violations.size() + " in all");
            }
            good &= violations.isEmpty();
        }
        return good;
    }

    private static void tell(String verdict, Invariant invariant) {
        System.out.printf("  %-9s %s%n", verdict, invariant.says());
    }

    private static List<Invariant> invariants() throws IOException {
        try (var files = Files.list(ProjectRoot.find().resolve("deploy/drills/invariants"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(CheckCommand::read)
                    .toList();
        }
    }

    private static Invariant read(Path file) {
        try {
            return Invariant.parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new LocalStackException("The invariant " + file + " cannot be read.", e);
        }
    }

    /** What the demo load says that it has brought about; nothing where none was loaded. */
    private static Map<String, String> figures(Path report) throws IOException {
        var figures = new TreeMap<String, String>();
        if (Files.exists(report)) {
            new ObjectMapper()
                    .readTree(Files.readString(report))
                    .properties()
                    .forEach(figure ->
                            figures.put(figure.getKey(), figure.getValue().asText()));
        }
        return figures;
    }
}
