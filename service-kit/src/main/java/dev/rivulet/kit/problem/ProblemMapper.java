package dev.rivulet.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.rivulet.kit.problem.Problem.FieldError;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Answers every exception with problem+json; several entries only because the framework has its own for these. */
public class ProblemMapper {

    /** Media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper(
            value = {
                Throwable.class,
                Exception.class,
                RuntimeException.class,
                WebApplicationException.class,
                ValidationException.class,
                MismatchedInputException.class,
                JsonMappingException.class,
                UnauthorizedException.class,
                ForbiddenException.class,
                AuthenticationFailedException.class,
                Rejected.class
            },
            priority = 1)
    public Response map(Throwable thrown, RoutingContext context) {
        var row = ProblemTable.row(thrown);
        if (row.ours()) {
            LOG.errorf(thrown, "%s %s failed", context.request().method(), context.normalizedPath());
        }
        var problem = problem(row, context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var response = Response.status(row.status()).type(MEDIA_TYPE).entity(problem);
        if (row.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (row.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return response.build();
    }

    /** The body for a request refused before it reaches a resource. */
    static Problem problem(ProblemTable.Row row, @Nullable String acceptLanguage) {
        var texts = Texts.forHeader(acceptLanguage);
        var span = Span.current().getSpanContext();
        return new Problem(
                "https://rivulet.dev/problems/" + row.code(),
                texts.of("title." + row.status(), List.of()),
                row.status(),
                texts.of(row.code(), row.arguments()),
                row.code(),
                span.isValid() ? span.getTraceId() : null,
                row.faults().stream()
                        .map(f -> new FieldError(f.pointer(), f.code(), texts.of(f.code(), f.arguments())))
                        .toList());
    }
}
