package dev.rivulet.catalog.input;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A body that may be left out may be left out by every client: many send an empty one as a form, or without any media
 * type, and would be told that the operation does not take that.
 */
public class EmptyBody {

    @ServerRequestFilter(preMatching = true)
    public void takeForJson(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.POST) && request.getLength() <= 0 && saysNothing(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean saysNothing(ContainerRequestContext request) {
        var type = request.getMediaType();
        return type == null
                || (request.getLength() == 0 && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type));
    }
}
