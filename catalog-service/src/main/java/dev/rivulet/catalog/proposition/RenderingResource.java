package dev.rivulet.catalog.proposition;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.problem.Rejected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Propositions as texts for customers, over HTTP. */
@Path("/value-propositions")
@Tag(name = "Value propositions", description = "With which promise: drafted, approved, and proved by customers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class RenderingResource {

    private final Renderer renderer;

    RenderingResource(Renderer renderer) {
        this.renderer = renderer;
    }

    @GET
    @Path("/{id}/renderings/{form}")
    @Produces({"text/markdown", "text/html"})
    @Operation(
            operationId = "renderValueProposition",
            summary = "A value proposition as a text for customers",
            description = "`one-liner`, `one-page` or `positioning-statement` (Geoffrey Moore's form), as Markdown or"
                    + " HTML by Accept; its frame is in English or Russian by Accept-Language, or in the"
                    + " proposition's own language. Case studies appear only with their customers' consent, and with"
                    + " the name only where that was agreed.")
    @APIResponse(
            responseCode = "200",
            description = "The text",
            content = {
                @Content(
                        mediaType = "text/markdown",
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "one-liner",
                                        value = "The fastest soft-skills training of employees")),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
            })
    public RestResponse<String> render(
            @PathParam("id") UUID id,
            @Parameter(example = "one-page") @PathParam("form") String form,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context HttpHeaders headers) {
        var rendering = Rendering.at(form).orElseThrow(() -> Rejected.notFound("rendering", form));
        var format = Format.acceptable(headers.getAcceptableMediaTypes());
        var rendered = renderer.render(id, rendering, format, language);
        return RestResponse.ResponseBuilder.ok(rendered.text())
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, rendered.language().code())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }
}
