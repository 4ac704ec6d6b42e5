package dev.rivulet.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** The one table from exception to HTTP status, code and fields. */
final class ProblemTable {

    /** One field at fault, before it has a text. */
    record Fault(String pointer, String code, List<Object> arguments) {

        static Fault of(String pointer, String code, Object... arguments) {
            return new Fault(pointer, code, List.of(arguments));
        }
    }

    /** What to answer; {@code ours} marks a failure of the service, to be logged with its cause. */
    record Row(int status, String code, List<Fault> faults, boolean ours, List<Object> arguments) {

        static Row of(int status, String code, Object... arguments) {
            return new Row(status, code, List.of(), false, List.of(arguments));
        }

        static Row faults(int status, List<Fault> faults) {
            return new Row(status, "validation-failed", faults, false, List.of(faults.size()));
        }
    }

    /** SQL states of an unreachable or overloaded database: connection, resources, operator intervention. */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57");

    private ProblemTable() {}

    static Row row(Throwable thrown) {
        if (thrown instanceof JsonProcessingException e) {
            return json(e);
        }
        // Jackson deeper down than this is our own reading of our own data, and not the caller's mistake.
        if (thrown instanceof WebApplicationException e && e.getCause() instanceof JsonProcessingException cause) {
            return json(cause);
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            var row = rowOf(t);
            if (row != null) {
                return row;
            }
        }
        return new Row(500, "internal", List.of(), true, List.of());
    }

    private static Row json(JsonProcessingException thrown) {
        return switch (thrown) {
            case UnrecognizedPropertyException e ->
                Row.faults(400, List.of(Fault.of(Pointers.of(e), "unknown-property", e.getPropertyName())));
            case JsonMappingException e
            when !(e.getCause() instanceof StreamReadException) -> Row.faults(400, List.of(JsonFaults.of(e)));
            default -> {
                var twice = JsonFaults.duplicate(thrown);
                yield twice == null ? malformed(thrown.getLocation()) : Row.faults(400, List.of(twice));
            }
        };
    }

    private static @Nullable Row rowOf(Throwable t) {
        return switch (t) {
            case Rejected r -> rejected(r);
            case ConstraintViolationException e -> Violations.row(e);
            case UnauthorizedException e -> Row.of(401, "token-missing");
            case AuthenticationFailedException e -> Row.of(401, "token-missing");
            case ForbiddenException e -> Row.of(403, "role-missing");
            case OptimisticLockException e -> Row.of(412, "concurrent-change");
            case StaleStateException e -> Row.of(412, "concurrent-change");
            case SQLException e -> sql(e);
            case WebApplicationException e -> web(e);
            default -> null;
        };
    }

    private static Row rejected(Rejected r) {
        var status = switch (r.kind()) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case UNPROCESSABLE -> 422;
            case VERSION_REQUIRED -> 428;
            case UNAVAILABLE -> 503;
        };
        var pointer = r.pointer();
        var faults = pointer == null ? List.<Fault>of() : List.of(new Fault(pointer, r.code(), r.arguments()));
        return new Row(status, r.code(), faults, false, r.arguments());
    }

    private static Row malformed(@Nullable JsonLocation at) {
        return Row.of(400, "malformed-json", at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
    }

    private static @Nullable Row sql(SQLException e) {
        var state = e.getSQLState();
        if (state == null || state.length() != 5) {
            return null;
        }
        if (UNAVAILABLE.contains(state.substring(0, 2))) {
            return new Row(503, "unavailable", List.of(), true, List.of());
        }
        return switch (state) {
            // Another has written the same at the same moment: whoever reads again finds it.
            case "23505", "40001", "40P01", "55P03" -> Row.of(409, "concurrent-change");
            case "22021" -> Row.of(400, "text-invalid");
            case "22003", "22007", "22008" -> Row.of(400, "value-out-of-range");
            default -> null;
        };
    }

    private static @Nullable Row web(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 400 -> Row.of(400, "value-invalid", String.valueOf(e.getMessage()));
            case 401 -> Row.of(401, "token-missing");
            case 403 -> Row.of(403, "role-missing");
            case 404 -> Row.of(404, "path-not-found");
            case 405 -> Row.of(405, "method-not-allowed");
            case 406 -> Row.of(406, "not-acceptable");
            case 413 -> Row.of(413, "body-too-large", 0);
            case 415 -> Row.of(415, "media-type-unsupported");
            default -> null;
        };
    }
}
