package dev.rivulet.success.value;

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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Promised benefits, their measurements and confirmations. */
@Path("/promises")
@Tag(name = "Promises", description = "Benefits promised at signing, their measurements and confirmations")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PromiseResource {

    private final Promises promises;

    PromiseResource(Promises promises) {
        this.promises = promises;
    }

    /** Oldest first. */
    @GET
    @Operation(
            operationId = "listPromises",
            summary = "List promised benefits, oldest first",
            description = "One for each subscription that was sold with a benefit, pinned at signing.")
    public RestResponse<Page<PromiseView>> list(
            @Parameter(description = "Only those to this customer") @QueryParam("accountId") @Nullable UUID accountId,
            @BeanParam PageRequest page) {
        var found = promises.page(accountId, page.after("promises"), page.count());
        return page.respond("promises", found, promise -> promise, promise -> promise.id());
    }

    /** One promise. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPromise",
            summary = "Get one promised benefit",
            description = "With its latest measurement and, once the customer has confirmed it, its outcome. The ETag"
                    + " is needed to confirm.")
    public RestResponse<PromiseView> get(@PathParam("id") UUID id) {
        return answer(promises.get(id));
    }

    /** 409 {@code promise-closed} once the customer has confirmed an outcome. */
    @POST
    @Path("/{id}/measurements")
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "measurePromise",
            summary = "Record what the promised metric was on a day",
            description = "The measurement of the latest day is the one that will be confirmed. 409 promise-closed"
                    + " once the customer has confirmed an outcome.")
    @APIResponse(
            responseCode = "201",
            description = "The promise with its latest measurement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PromiseView.class)))
    public RestResponse<PromiseView> measure(@PathParam("id") UUID id, @Valid @NotNull MeasurementRequest measurement) {
        var promise = promises.measure(id, measurement);
        return Answer.created(promise.view(), "/promises/" + id, promise.version());
    }

    /** The outcome follows from the latest measurement; 409 {@code promise-not-measured} without one. */
    @POST
    @Path("/{id}/confirmations")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "confirmPromise",
            summary = "Record that the customer confirms the latest measurement",
            description = "The outcome follows from the measurement: CONFIRMED at the target or beyond it, PARTLY"
                    + " between baseline and target, else NOT_ACHIEVED. 409 promise-not-measured without a"
                    + " measurement, promise-closed when already confirmed.")
    @APIResponse(
            responseCode = "200",
            description = "The promise with its outcome",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PromiseView.class)))
    public RestResponse<PromiseView> confirm(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"2\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ConfirmationRequest confirmation) {
        return answer(promises.confirm(id, ifMatch, confirmation));
    }

    private static RestResponse<PromiseView> answer(Promises.Versioned promise) {
        return Answer.ok(promise.view(), promise.version());
    }
}
