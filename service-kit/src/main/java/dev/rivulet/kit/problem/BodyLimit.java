package dev.rivulet.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body announced as too large with a problem, before any of it is read. Without this the HTTP server's own
 * limit, which stays behind it for bodies of unannounced length, would close the connection without a word. Paths that
 * take bulk have a limit of their own; the server's must then be the larger of the two.
 */
@Singleton
class BodyLimit {

    private static final int BEFORE_EVERYTHING = 1_000;
    /** Behind the server's own handler, which lets a body of unannounced length grow to the largest limit of all. */
    private static final int BEHIND_THE_SERVERS = 1;

    /** A small body is read before a thread is given to the request, which would have to wait for it otherwise. */
    private static final int SMALL = 16_384;

    private final BodyHandler small = BodyHandler.create(false);
    private final long usual;
    private final long bulk;
    private final List<String> bulkPaths;
    private final ObjectMapper json;

    BodyLimit(
            @ConfigProperty(name = "rivulet.http.max-body-bytes") long usual,
            @ConfigProperty(name = "rivulet.http.max-bulk-bytes", defaultValue = "0") long bulk,
            @ConfigProperty(name = "rivulet.http.bulk-paths") Optional<List<String>> bulkPaths,
            ObjectMapper json) {
        this.usual = usual;
        this.bulk = bulk;
        this.bulkPaths = bulkPaths.orElse(List.of());
        this.json = json;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
        filters.register(this::bound, BEHIND_THE_SERVERS);
    }

    private long limit(RoutingContext context) {
        return bulkPaths.contains(context.normalizedPath()) ? bulk : usual;
    }

    private void bound(RoutingContext context) {
        if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context));
        }
        context.next();
    }

    private void check(RoutingContext context) {
        var limit = limit(context);
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        var length = announced == null ? 0 : Long.parseLong(announced);
        if (length <= limit) {
            if (length > 0 && length <= SMALL && isJson(context)) {
                small.handle(context);
            } else {
                context.next();
            }
            return;
        }
        var row = ProblemTable.Row.of(413, "body-too-large", limit);
        var problem = ProblemMapper.problem(row, context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMapper.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(text(problem));
    }

    private static boolean isJson(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && (type.startsWith("application/json") || type.startsWith("application/merge-patch+json"));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
