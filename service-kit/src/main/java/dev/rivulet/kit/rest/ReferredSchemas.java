package dev.rivulet.kit.rest;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names of the component schemas that messages refer to, directly or through one another. */
final class ReferredSchemas {

    static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> components;
    private final Set<String> names = new TreeSet<>();

    private ReferredSchemas(OpenAPI api) {
        components = api.getComponents().getSchemas();
    }

    /** Of whatever is answered. */
    static Set<String> ofResponses(OpenAPI api) {
        var referred = new ReferredSchemas(api);
        operations(api)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .forEach(response -> referred.follow(response.getContent()));
        return referred.names;
    }

    /** Of whatever is sent. */
    static Set<String> ofRequests(OpenAPI api) {
        var referred = new ReferredSchemas(api);
        operations(api)
                .filter(operation -> operation.getRequestBody() != null)
                .forEach(operation -> referred.follow(operation.getRequestBody().getContent()));
        return referred.names;
    }

    private static Stream<Operation> operations(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream());
    }

    private void follow(@Nullable Content content) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(media -> follow(media.getSchema()));
        }
    }

    private void follow(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(PREFIX.length());
            if (names.add(name)) {
                follow(components.get(name));
            }
        }
        follow(schema.getItems());
        follow(schema.getAdditionalPropertiesSchema());
        followAll(schema.getAnyOf());
        followAll(schema.getProperties() == null ? null : schema.getProperties().values());
    }

    private void followAll(@Nullable Collection<Schema> schemas) {
        if (schemas != null) {
            schemas.forEach(this::follow);
        }
    }
}
