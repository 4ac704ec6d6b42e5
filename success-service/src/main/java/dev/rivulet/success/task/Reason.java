package dev.rivulet.success.task;

import java.util.List;

/**
 * Why a task is there, in no language yet: a code of {@code task-reasons.properties} with its arguments, and further
 * such reasons that explain it. An argument that is a word of those texts is translated, too.
 */
public record Reason(String code, List<String> arguments, List<Reason> details) {

    public Reason {
        arguments = List.copyOf(arguments);
        details = List.copyOf(details);
    }

    public static Reason of(String code, Object... arguments) {
        return new Reason(
                code, List.of(arguments).stream().map(Object::toString).toList(), List.of());
    }

    public Reason because(List<Reason> explanations) {
        return new Reason(code, arguments, explanations);
    }
}
