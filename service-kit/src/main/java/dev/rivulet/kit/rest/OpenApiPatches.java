package dev.rivulet.kit.rest;

import static dev.rivulet.kit.rest.ReferredSchemas.PREFIX;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Documents merge patches (RFC 7396): a patch names only what changes, at every depth, so that its schema is the
 * resource's without anything required, and {@code null} removes what the resource can be without. Lists are replaced
 * whole and keep their items' schema.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class OpenApiPatches implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var wholes = new HashSet<String>();
        api.getPaths().getPathItems().values().stream()
                .map(PathItem::getPATCH)
                .filter(patch -> patch != null && patch.getRequestBody() != null)
                .map(patch -> patch.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE))
                .filter(body -> body != null && body.getSchema() != null)
                .forEach(body -> body.setSchema(patch(body.getSchema(), api.getComponents(), wholes)));
        wholes.removeAll(ReferredSchemas.ofRequests(api));
        wholes.removeAll(ReferredSchemas.ofResponses(api));
        wholes.forEach(api.getComponents()::removeSchema);
    }

    /** What stands for an object in a patch; anything else stands for itself. */
    private static Schema patch(Schema part, Components components, Set<String> wholes) {
        var name = part.getRef() == null ? "" : part.getRef().substring(PREFIX.length());
        var whole = components.getSchemas().get(name);
        if (whole == null || whole.getProperties() == null) {
            return part;
        }
        if (wholes.add(name)) {
            var patch = OASFactory.createSchema().type(whole.getType()).description(whole.getDescription());
            whole.getProperties().forEach((property, schema) -> {
                var change = patch(schema, components, wholes);
                var required =
                        whole.getRequired() != null && whole.getRequired().contains(property);
                patch.addProperty(property, required ? change : removable(change));
            });
            components.addSchema(name + "Patch", patch);
        }
        return OASFactory.createSchema().ref(PREFIX + name + "Patch").description(part.getDescription());
    }

    private static Schema removable(Schema change) {
        var nothing = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
        return OASFactory.createSchema().anyOf(List.of(change, nothing));
    }
}
