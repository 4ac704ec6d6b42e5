package dev.rivulet.kit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Documents as required what an answer always holds: every component of its record that is not {@link Nullable}. What a
 * request must hold is said by its Bean Validation constraints instead.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public class OpenApiRequired implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private final IndexView index;

    public OpenApiRequired(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var records =
                index.getKnownClasses().stream().filter(ClassInfo::isRecord).toList();
        for (var name : ReferredSchemas.ofResponses(api)) {
            var schema = api.getComponents().getSchemas().get(name);
            if (schema == null || schema.getProperties() == null) {
                continue;
            }
            // Records of several packages share a name; the right one has exactly the documented properties.
            records.stream()
                    .filter(type -> isNamed(type, name)
                            && schema.getProperties()
                                    .keySet()
                                    .equals(type.recordComponentsInDeclarationOrder().stream()
                                            .map(RecordComponentInfo::name)
                                            .collect(Collectors.toSet())))
                    .findFirst()
                    .ifPresent(type -> schema.setRequired(type.recordComponentsInDeclarationOrder().stream()
                            .filter(component -> isAlwaysThere(type, component))
                            .map(RecordComponentInfo::name)
                            .toList()));
        }
    }

    /** A generic record's schemas are called after it and its argument. */
    private static boolean isNamed(ClassInfo type, String schema) {
        var annotation = type.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        var name = annotation == null || annotation.value("name") == null
                ? type.simpleName()
                : annotation.value("name").asString();
        return schema.equals(name) || (!type.typeParameters().isEmpty() && schema.startsWith(name));
    }

    private static boolean isAlwaysThere(ClassInfo type, RecordComponentInfo component) {
        var include = type.declaredAnnotation(JsonInclude.class);
        var leavesOutEmptyLists = include != null
                && include.value() != null
                && include.value().asEnum().equals(JsonInclude.Include.NON_EMPTY.name());
        return !component.type().hasAnnotation(NULLABLE)
                && !(leavesOutEmptyLists && component.type().kind() == Type.Kind.PARAMETERIZED_TYPE);
    }
}
