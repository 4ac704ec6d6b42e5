package dev.rivulet.subscription.billing;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The ledger of charges. */
@Path("/charges")
@Tag(name = "Charges", description = "What is charged, from the day it falls due: pending, invoiced, paid or forgiven")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class ChargeResource {

    private static final String CHARGE = "0197a3f2-3a6b-7f22-8c95-ad5d3fbe1e15";

    private final Charges charges;
    private final ChargeRepository repository;
    private final ChargeViews views;

    ChargeResource(Charges charges, ChargeRepository repository, ChargeViews views) {
        this.charges = charges;
        this.repository = repository;
        this.views = views;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listCharges",
            summary = "List charges, in the order they were made",
            description = "Page by page. A pending one tells what it waits for: the billing day, or others to join it"
                    + " because it is too small to collect, and until when at most.")
    public RestResponse<Page<ChargeView>> list(@BeanParam ChargeFilter filter, @BeanParam PageRequest page) {
        return page.respond(
                "charges",
                views.of(repository.list(filter, page.after("charges"), page.count())),
                Function.identity(),
                ChargeView::id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getCharge",
            summary = "Read a charge",
            description = "With how it was reckoned, where it stands and what it waits for.")
    public ChargeView get(@PathParam("id") @Parameter(description = "The charge", example = CHARGE) UUID id) {
        return views.of(List.of(repository.get(id))).getFirst();
    }

    @POST
    @Path("/{id}/forgivenesses")
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "forgiveCharge",
            summary = "Give up a pending charge",
            description =
                    "It is never invoiced, nor is what was to be given back of it; the reason stays with it. What is"
                            + " to be given back cannot be given up by itself. 409 charge-is-credit, charge-not-pending.")
    @APIResponse(
            responseCode = "200",
            description = "Forgiven",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChargeView.class)))
    public RestResponse<ChargeView> forgive(
            @PathParam("id") @Parameter(description = "The charge", example = CHARGE) UUID id,
            @Valid @NotNull ReasonRequest request) {
        return RestResponse.ok(charges.forgive(id, request.reason()));
    }
}
