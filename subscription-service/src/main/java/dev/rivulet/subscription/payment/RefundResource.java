package dev.rivulet.subscription.payment;

import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A refund. */
@Path("/refunds/{id}")
@Tag(name = "Refunds and disputes")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class RefundResource {

    private final Refunding refunding;
    private final RefundRepository refunds;

    RefundResource(Refunding refunding, RefundRepository refunds) {
        this.refunding = refunding;
        this.refunds = refunds;
    }

    @GET
    @Transactional
    @Operation(operationId = "getRefund", summary = "Read a refund", description = "As it stands.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<RefundView> get(
            @PathParam("id") @Parameter(description = "The refund", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf5b09")
                    UUID id) {
        var refund = refunds.get(id);
        return Answer.ok(RefundView.of(refund), refund.version);
    }

    @POST
    @Path("/retries")
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "retryRefund",
            summary = "Ask the provider again for a refund whose answer did not come",
            description = "It refunds once, however often it is asked. 409 refund-decided when it is known already.")
    @APIResponse(responseCode = "200", description = "The refund as it stands now")
    public RefundView retry(
            @PathParam("id") @Parameter(description = "The refund", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf5b09")
                    UUID id) {
        return refunding.retry(id);
    }
}
