package dev.rivulet.subscription.payment;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

/** Money that is taken back. */
@Path("/disputes")
@Tag(name = "Refunds and disputes")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class DisputeResource {

    private final Disputing disputing;
    private final DisputeRepository disputes;

    DisputeResource(Disputing disputing, DisputeRepository disputes) {
        this.disputing = disputing;
        this.disputes = disputes;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDisputes",
            summary = "List disputes, oldest first",
            description = "Open and closed. Page by page.")
    public RestResponse<Page<DisputeView>> list(@BeanParam PageRequest page) {
        return page.respond(
                "disputes",
                disputes.list(page.after("disputes"), page.count()),
                DisputeView::of,
                dispute -> dispute.id);
    }

    @POST
    @Path("/{id}/closures")
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "closeDispute",
            summary = "Record how a dispute has ended",
            description = "Money won back pays what is open, the oldest due first, and the rest goes to the balance."
                    + " 409 dispute-closed.")
    @APIResponse(
            responseCode = "200",
            description = "The dispute as it stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DisputeView.class)),
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<DisputeView> close(
            @PathParam("id") @Parameter(description = "The dispute", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf6a10")
                    UUID id,
            @Valid @NotNull DisputeClosureRequest request) {
        var dispute = disputing.close(id, request.won());
        return Answer.ok(dispute, dispute.version());
    }
}
