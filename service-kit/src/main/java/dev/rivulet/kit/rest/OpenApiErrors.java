package dev.rivulet.kit.rest;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.problem.ProblemMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Documents what every operation has in common: the refusals, the bearer scheme and the idempotency header. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public class OpenApiErrors implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        var errors = new LinkedHashMap<String, String>();
        errors.put("400", "Malformed or invalid input; each error points at its field");
        errors.put("401", "No valid bearer token");
        errors.put("403", "The token's roles or tenant do not allow this");
        if (path.contains("{")) {
            errors.put("404", "Nothing with that id for this tenant");
        }
        if (method != PathItem.HttpMethod.GET) {
            errors.put("409", "The present state does not allow this");
            errors.put("413", "The body is too large");
            errors.put("422", "Well formed, but refers to something that does not fit");
        }
        if (hasHeader(operation, "If-Match")) {
            operation.getParameters().stream()
                    .filter(parameter -> "If-Match".equals(parameter.getName()))
                    .forEach(parameter -> parameter
                            .required(true)
                            .description("The ETag that a read returned: the version this change is decided on")
                            .example("\"3\""));
            errors.put("412", "The resource has changed since it was read");
            errors.put("428", "If-Match is missing");
        }
        errors.forEach((status, description) -> {
            var documented = operation.getResponses().getAPIResponse(status);
            // The framework documents 401 and 403 by itself, without what they contain.
            if (documented == null || documented.getContent() == null) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse()
                                        .description(description)
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        ProblemMapper.MEDIA_TYPE,
                                                        OASFactory.createMediaType()
                                                                .schema(OASFactory.createSchema()
                                                                        .ref(ReferredSchemas.PREFIX + "Problem")))));
            }
        });
        if (operation.getResponses().hasAPIResponse("201") && !hasHeader(operation, Idempotent.HEADER)) {
            operation.addParameter(OASFactory.createParameter()
                    .name(Idempotent.HEADER)
                    .in(Parameter.In.HEADER)
                    .description("Repeating the request with the same key has no second effect and gives the same"
                            + " answer, for 24 hours")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .maxLength(200))
                    .example("7d1f6c0e-4a55-4b4c-9f0e-0c6a3f6f2f11"));
        }
    }

    private static boolean hasHeader(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(p -> p.getIn() == Parameter.In.HEADER && name.equals(p.getName()));
    }
}
