package dev.rivulet.kit.rest;

import dev.rivulet.kit.problem.Texts;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Documents every code that a problem may have, with its English text, where the code of a problem is described. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 4)
public class OpenApiCodes implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var problem = Objects.requireNonNull(api.getComponents().getSchemas().get("Problem"));
        Objects.requireNonNull(Objects.requireNonNull(problem.getProperties()).get("code"))
                .description(Texts.english().entrySet().stream()
                        .map(text -> "- `" + text.getKey() + "`: " + text.getValue())
                        .collect(Collectors.joining(
                                "\n", "Stable, for programs. Those of `errors` are among these:\n\n", "")));
    }
}
