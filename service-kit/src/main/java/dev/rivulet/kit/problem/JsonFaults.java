package dev.rivulet.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.rivulet.kit.money.MoneyFormatException;
import dev.rivulet.kit.problem.ProblemTable.Fault;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON value that is well formed but does not fit its place. */
final class JsonFaults {

    private JsonFaults() {}

    static Fault of(JsonMappingException e) {
        var pointer = Pointers.of(e);
        return switch (e) {
            case ValueInstantiationException v
            when v.getCause() instanceof MoneyFormatException m -> Fault.of(pointer + "/" + m.field(), m.code());
            case JsonMappingException m
            when m.getCause() instanceof Rejected r ->
                new Fault(pointer + (r.pointer() == null ? "" : r.pointer()), r.code(), r.arguments());
            case InvalidFormatException f
            when f.getTargetType() != null && f.getTargetType().isEnum() ->
                Fault.of(pointer, "value-invalid", choices(f.getTargetType()));
            case MismatchedInputException m
            when String.valueOf(m.getMessage()).startsWith("Missing required creator property") ->
                Fault.of(pointer, "value-missing");
            case MismatchedInputException m
            when m.getTargetType() != null && pointer.isEmpty() && "".equals(noContent(m)) ->
                Fault.of("", "body-missing");
            case MismatchedInputException m
            when m.getTargetType() != null -> Fault.of(pointer, "wrong-type", typeName(m.getTargetType()));
            default -> Fault.of(pointer, "wrong-type", "JSON");
        };
    }

    /** Null when the text is not JSON for another reason. */
    static @Nullable Fault duplicate(JsonProcessingException e) {
        return (e.getCause() == null ? e : e.getCause()) instanceof StreamReadException broken
                        && broken.getOriginalMessage().startsWith("Duplicate field")
                ? Fault.of(
                        broken.getProcessor()
                                .getParsingContext()
                                .pathAsPointer()
                                .toString(),
                        "duplicate-property")
                : null;
    }

    private static String noContent(MismatchedInputException m) {
        return String.valueOf(m.getMessage()).startsWith("No content to map") ? "" : "content";
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String typeName(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == UUID.class) {
            return "UUID";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "ISO 8601 " + type.getSimpleName();
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        return Iterable.class.isAssignableFrom(type)
                ? "array"
                : type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
