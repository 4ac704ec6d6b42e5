package dev.rivulet.subscription.metrics;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Months of recurring revenue that are closed. */
@Path("/metrics/mrr-closes")
@Tag(name = "Metrics", description = "Figures, each with the policy it was made by")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class MrrCloseResource {

    private static final String LIST = "mrr-closes";

    private final MrrClosing closing;
    private final MrrCloseStore store;
    private final MrrMovementRepository movements;

    MrrCloseResource(MrrClosing closing, MrrCloseStore store, MrrMovementRepository movements) {
        this.closing = closing;
        this.store = store;
        this.movements = movements;
    }

    @POST
    @Idempotent
    @RolesAllowed({BILLING, ADMIN})
    @Operation(
            operationId = "closeMrrMonth",
            summary = "Close a month of recurring revenue",
            description = "Keeps the month as it is known now, for good. The first month closed may be any, the others"
                    + " follow one another. 422 mrr-month-open before it is over everywhere (12:00 UTC of the day"
                    + " after); 409 mrr-month-closed, mrr-close-order, or mrr-close-mismatch when start and movements"
                    + " do not make up the end.")
    @APIResponse(
            responseCode = "201",
            description = "Closed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MrrCloseView.class)))
    public RestResponse<MrrCloseView> close(@Valid @NotNull MrrCloseRequest request) {
        var month = Months.parse(request.month(), "/month");
        closing.close(month);
        return Answer.created(MrrCloseView.of(closing.get(month)), "/metrics/mrr-closes/" + month);
    }

    @GET
    @Operation(
            operationId = "listMrrCloses",
            summary = "List closed months, the latest first",
            description = "Each as it was reported, and its end as known now.")
    public RestResponse<Page<MrrCloseView>> list(@BeanParam PageRequest page) {
        var place = page.place(LIST);
        var found =
                closing.list(place == null ? null : Months.parse(place.values().getFirst(), "?cursor"), page.count());
        return page.respondAt(
                LIST, found, MrrCloseView::of, close -> List.of(close.month().toString()));
    }

    @GET
    @Path("/{month}")
    @Operation(
            operationId = "getMrrClose",
            summary = "Read a closed month",
            description = "As it was reported, and its end as known now.")
    public MrrCloseView get(
            @PathParam("month") @Parameter(description = "The month", example = "2026-03") String month) {
        return MrrCloseView.of(closing.get(Months.parse(month, "/month")));
    }

    @GET
    @Path("/{month}/late-movements")
    @Transactional
    @Operation(
            operationId = "listLateMrrMovements",
            summary = "List the movements of earlier months that a close was the first to know",
            description = "In the order they became known.")
    public RestResponse<Page<MovementView>> late(
            @PathParam("month") @Parameter(description = "The month", example = "2026-03") String month,
            @BeanParam PageRequest page) {
        var closed = closing.get(Months.parse(month, "/month")).month();
        var list = LIST + closed;
        var found = store.late(closed, page.after(list), page.count()).stream()
                .map(movements::findById)
                .toList();
        return page.respond(list, found, MovementView::of, movement -> movement.id);
    }
}
