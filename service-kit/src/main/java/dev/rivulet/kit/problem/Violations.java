package dev.rivulet.kit.problem;

import dev.rivulet.kit.problem.ProblemTable.Fault;
import dev.rivulet.kit.problem.ProblemTable.Row;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** Bean Validation's findings as fields at fault. */
final class Violations {

    private Violations() {}

    static Row row(ConstraintViolationException e) {
        return Row.faults(
                400,
                e.getConstraintViolations().stream()
                        .map(Violations::fault)
                        .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                        .toList());
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        var message = violation.getMessage();
        var pointer = pointer(violation.getPropertyPath());
        // A constraint names a stable code as its message: "{text-too-long}" resolves to nothing and stays.
        return message.startsWith("{") && message.endsWith("}")
                ? Fault.of(pointer, message.substring(1, message.length() - 1), bound(violation))
                : Fault.of(pointer, codeOf(violation), message);
    }

    /** What a text calls {0}: the bound that was crossed. */
    private static Object bound(ConstraintViolation<?> violation) {
        var attributes = violation.getConstraintDescriptor().getAttributes();
        return Stream.of("max", "value", "min", "regexp")
                .map(attributes::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String codeOf(ConstraintViolation<?> violation) {
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "value-missing";
            default -> "value-invalid";
        };
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        var parameter = "";
        for (var node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(Pointers.escaped(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer.append('/').append(Pointers.escaped(node.getName()));
            }
        }
        // A violation of the parameter itself is a query or path parameter, not a place in the body.
        return pointer.isEmpty() ? "?" + parameter : pointer.toString();
    }
}
