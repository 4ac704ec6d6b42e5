package dev.rivulet.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request the product refuses, with a stable code. Knows nothing of HTTP: {@link ProblemTable} gives each
 * {@link Kind} its status, and the message bundles give each code its text, with {@code {0}}, {@code {1}}… taken from
 * the arguments.
 */
public class Rejected extends RuntimeException {

    /** Why, in the broadest terms. */
    public enum Kind {
        INVALID,
        UNPROCESSABLE,
        NOT_FOUND,
        CONFLICT,
        STALE,
        VERSION_REQUIRED,
        FORBIDDEN,
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String pointer;
    private final List<Object> arguments;

    private Rejected(Kind kind, String code, @Nullable String pointer, Object... arguments) {
        super(code + (pointer == null ? "" : " at " + pointer));
        this.kind = kind;
        this.code = code;
        this.pointer = pointer;
        this.arguments = List.of(arguments);
    }

    /** Malformed input at a JSON pointer. */
    public static Rejected invalid(String code, String pointer, Object... arguments) {
        return new Rejected(Kind.INVALID, code, pointer, arguments);
    }

    /** Well-formed input at a JSON pointer that the present state or another resource does not allow. */
    public static Rejected unprocessable(String code, String pointer, Object... arguments) {
        return new Rejected(Kind.UNPROCESSABLE, code, pointer, arguments);
    }

    /** Nothing of that kind for this tenant; the same answer whether it never was or is another tenant's. */
    public static Rejected notFound(String what, Object id) {
        return new Rejected(Kind.NOT_FOUND, "not-found", null, what, id);
    }

    /** A command the resource's present state does not allow. */
    public static Rejected conflict(String code, Object... arguments) {
        return new Rejected(Kind.CONFLICT, code, null, arguments);
    }

    /** The caller's version of the resource is not the current one. */
    public static Rejected stale(long current) {
        return new Rejected(Kind.STALE, "version-stale", null, current);
    }

    /** A change without the version it was decided on. */
    public static Rejected versionRequired() {
        return new Rejected(Kind.VERSION_REQUIRED, "version-required", null);
    }

    /** The caller is known, but may not. */
    public static Rejected forbidden(String code, Object... arguments) {
        return new Rejected(Kind.FORBIDDEN, code, null, arguments);
    }

    /** Something the operation needs is away for the moment; the caller may try again. */
    public static Rejected unavailable(String code, Object... arguments) {
        return new Rejected(Kind.UNAVAILABLE, code, null, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public @Nullable String pointer() {
        return pointer;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
