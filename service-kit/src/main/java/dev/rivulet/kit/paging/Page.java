package dev.rivulet.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.problem.Rejected;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the items, in the list's order
 * @param nextCursor give it as {@code cursor} to read on; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        @Schema(required = true) List<T> items,

        @Schema(description = "Opaque; absent on the last page") @Nullable
        String nextCursor) {

    /** Largest page a caller may ask for. */
    public static final int MAX_LIMIT = 200;

    /** Page size where the caller names none. */
    public static final int DEFAULT_LIMIT = 50;

    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Rejected.invalid("limit-invalid", "?limit", MAX_LIMIT);
        }
        return asked;
    }

    /** A page from up to {@code limit + 1} items: the one too many only tells that there are more. */
    public static <E, T> Page<T> of(List<E> found, int limit, Function<E, T> view, Function<E, String> cursor) {
        var more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown.stream().map(view).toList(), more ? cursor.apply(shown.getLast()) : null);
    }

    /** The page with its {@code Link: rel="next"}. */
    public RestResponse<Page<T>> respond(UriInfo uri) {
        var response = RestResponse.ResponseBuilder.ok(this);
        if (nextCursor != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", nextCursor)
                    .build();
            response.header("Link", "<" + next + ">; rel=\"next\"");
        }
        return response.build();
    }
}
