package dev.rivulet.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line of a deploy script.
 *
 * @param flags the options without a value that were given
 * @param values the options with a value, which may be repeated
 * @param words everything else, in order
 */
record Arguments(Set<String> flags, Map<String, List<String>> values, List<String> words) {

    static final String DATA = "--data";

    /** Refuses every option that is in neither set. */
    static Arguments parse(String[] given, Set<String> knownFlags, Set<String> knownValues) {
        var flags = new HashSet<String>();
        var values = new HashMap<String, List<String>>();
        var words = new ArrayList<String>();
        for (int i = 0; i < given.length; i++) {
            String argument = given[i];
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!argument.startsWith("-")) {
                words.add(argument);
            } else if (knownFlags.contains(argument)) {
                flags.add(argument);
            } else if (!knownValues.contains(name)) {
                throw new UsageException("Unknown option " + argument + ".");
            } else if (equals < 0 && i + 1 == given.length) {
                throw new UsageException("Option " + name + " needs a value.");
            } else {
                String value = equals < 0 ? given[++i] : argument.substring(equals + 1);
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return new Arguments(flags, values, words);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** The stack's data folder: the one named, or the usual one below the project. */
    Path data() {
        return all(DATA).isEmpty()
                ? usualData()
                : Path.of(all(DATA).getLast()).toAbsolutePath().normalize();
    }

    static Path usualData() {
        return ProjectRoot.find().resolve("deploy/local/.data").toAbsolutePath().normalize();
    }

    void refuseWords() {
        if (!words.isEmpty()) {
            throw new UsageException("Unexpected argument " + words.getFirst() + ".");
        }
    }
}
