package dev.rivulet.success.care;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.MergePatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who looks after a customer. */
@Path("/customers/{id}/care")
@Tag(name = "Care", description = "Who looks after a customer, and what is said of it here")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class CareResource {

    private static final String CUSTOMER = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60";

    private final Cares cares;

    CareResource(Cares cares) {
        this.cares = cares;
    }

    /** With the ETag that a change must name. */
    @GET
    @Operation(
            operationId = "getCare",
            summary = "Who looks after a customer, its segment, sponsor and attributes",
            description = "The segment is the one set here; else that of the customer's latest subscription, else that"
                    + " of its latest deal. The ETag is needed to change it.")
    public RestResponse<CareView> get(
            @PathParam("id") @Parameter(description = "The customer or prospect", example = CUSTOMER) UUID id) {
        return answer(cares.get(id));
    }

    /** A change of the manager stands in the timeline. */
    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "changeCare",
            summary = "Change the manager, segment, sponsor or attributes of a customer",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes. 400 attribute-value for a"
                    + " value of another type; 422 attribute-unknown for a name that is not declared, contact-unknown for"
                    + " a sponsor who is no contact of the customer.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = CareRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "assign",
                                            value = "{\"manager\":\"mila.horn@acme.example\"}")))
    public RestResponse<CareView> change(
            @PathParam("id") @Parameter(description = "The customer or prospect", example = CUSTOMER) UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull JsonNode patch) {
        return answer(cares.change(id, ifMatch, patch));
    }

    private static RestResponse<CareView> answer(CareView care) {
        return Answer.ok(care, care.version());
    }
}
