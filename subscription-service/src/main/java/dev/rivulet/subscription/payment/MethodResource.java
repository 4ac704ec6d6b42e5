package dev.rivulet.subscription.payment;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How customers pay. */
@Path("/accounts/{id}/payment-methods")
@Tag(name = "Payment methods", description = "How a customer pays; one is preferred")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class MethodResource {

    private final Methods methods;

    MethodResource(Methods methods) {
        this.methods = methods;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "addPaymentMethod",
            summary = "Add a way to pay",
            description = "The first is preferred. A card pays invoices by itself as they come, unless automatic is"
                    + " false. 422 provider-not-available, bank-not-automatic; 400 token-needed, token-not-for-bank,"
                    + " sandbox-token-unknown.")
    @APIResponse(
            responseCode = "201",
            description = "Done",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MethodView.class)),
            headers = {
                @Header(
                        name = "Location",
                        description = "The list it is in",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<MethodView> add(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @Valid @NotNull MethodRequest request) {
        var method = methods.add(id, request);
        return Answer.created(method, "/accounts/" + id + "/payment-methods", method.version());
    }

    @GET
    @Operation(
            operationId = "listPaymentMethods",
            summary = "List a customer's ways to pay, oldest first",
            description = "Each with the least it takes at once. Page by page.")
    public RestResponse<Page<MethodView>> list(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @BeanParam PageRequest page) {
        return page.respond(
                "payment-methods",
                methods.list(id, page.after("payment-methods"), page.count()),
                method -> method,
                MethodView::id);
    }

    @POST
    @Path("/{methodId}/preferences")
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "preferPaymentMethod",
            summary = "Prefer a way to pay",
            description = "It is used from now on wherever none is named. Repeating it is harmless.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<MethodView> prefer(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @PathParam("methodId")
                    @Parameter(description = "The method", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf3d07")
                    UUID methodId,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        var method = methods.prefer(id, methodId, ifMatch);
        return Answer.ok(method, method.version());
    }

    @DELETE
    @Path("/{methodId}")
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "removePaymentMethod",
            summary = "Remove a way to pay",
            description = "Payments that came by it stay. None is preferred then, until one is.")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @PathParam("methodId")
                    @Parameter(description = "The method", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf3d07")
                    UUID methodId,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        methods.remove(id, methodId, ifMatch);
    }
}
