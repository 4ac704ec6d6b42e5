package dev.rivulet.kit.paging;

import dev.rivulet.kit.problem.Rejected;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which page of a list a caller asks for; a {@code @BeanParam} of every list. */
public class PageRequest {

    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;
    private static final UUID BEGINNING = new UUID(0, 0);

    @QueryParam("limit")
    @Parameter(description = "Items on a page", example = "50")
    @Schema(minimum = "1", maximum = "200", defaultValue = "50")
    @Nullable
    Integer limit;

    @QueryParam("cursor")
    @Parameter(description = "The `nextCursor` of the page before; left out for the first page")
    @Nullable
    String cursor;

    @Context
    UriInfo uri;

    /** The last item the caller has seen, or an id before every other. */
    public UUID after(String list) {
        var after = place(list);
        return after == null ? BEGINNING : after.of(1).id();
    }

    /** The sort values of the last item the caller has seen in a list not sorted by id; null at its beginning. */
    public @Nullable Cursor place(String list) {
        return Cursor.decode(list, cursor);
    }

    /** How many items to look for: one more than is shown tells that there are more. */
    public int count() {
        return size() + 1;
    }

    /** Answers a page from up to {@link #count()} items in the order of their ids, which is that of their creation. */
    public <E, T> RestResponse<Page<T>> respond(String list, List<E> found, Function<E, T> view, Function<E, UUID> id) {
        return respondAt(list, found, view, item -> List.of(id.apply(item)));
    }

    /** Answers a page from up to {@link #count()} items in an order that these values of an item stand for. */
    public <E, T> RestResponse<Page<T>> respondAt(
            String list, List<E> found, Function<E, T> view, Function<E, List<?>> place) {
        var more = found.size() > size();
        var shown = more ? found.subList(0, size()) : found;
        var next = more ? Cursor.encode(list, place.apply(shown.getLast()).toArray()) : null;
        var response = RestResponse.ResponseBuilder.ok(
                new Page<>(shown.stream().map(view).toList(), next));
        if (next != null) {
            var link =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            response.header("Link", "<" + link + ">; rel=\"next\"");
        }
        return response.build();
    }

    private int size() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Rejected.invalid("limit-invalid", "?limit", MAX_LIMIT);
        }
        return limit;
    }
}
