package dev.rivulet.success.value;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** What happens to promised benefits. */
@Path("/promises")
@Tag(name = "Promises", description = "Benefits promised at signing, their measurements and confirmations")
@RunOnVirtualThread
@RolesAllowed({SUCCESS, ADMIN})
public class PromiseStepResource {

    private static final String ETAG = "The ETag last read";

    private final PromiseLedger ledger;
    private final ComputedMeasurements computed;
    private final PromiseLinks links;

    PromiseStepResource(PromiseLedger ledger, ComputedMeasurements computed, PromiseLinks links) {
        this.ledger = ledger;
        this.computed = computed;
        this.links = links;
    }

    /** 409 {@code promise-closed} once the customer has confirmed an outcome that is its last. */
    @POST
    @Path("/{id}/measurements")
    @Idempotent
    @Operation(
            operationId = "measurePromise",
            summary = "Record what the promised metric was on a day",
            description = "The measurement of the latest day is the one that will be confirmed. What the customer"
                    + " confirmed short of the target is confirmed anew until its day has come. 409 promise-closed"
                    + " once the customer has confirmed an outcome.")
    @APIResponse(
            responseCode = "201",
            description = "The promise with its latest measurement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PromiseView.class)))
    public RestResponse<PromiseView> measure(@PathParam("id") UUID id, @Valid @NotNull MeasurementRequest measurement) {
        return created(id, ledger.measure(id, measurement));
    }

    /** From a survey's answers or from usage. */
    @POST
    @Path("/{id}/computed-measurements")
    @Idempotent
    @Operation(
            operationId = "computePromiseMeasurement",
            summary = "Measure the promised metric by what the customer does or says",
            description =
                    "By a survey's answers (their mean, each person's latest) or by usage (sum of a metric, users,"
                            + " active days, per user, or users for each seat), over at most 366 days local to the customer;"
                            + " the measurement is of the last of them. 422 nothing-to-measure where there is nothing to"
                            + " divide by, survey-unknown for one that is anonymous or not there; 409 promise-closed.")
    @APIResponse(
            responseCode = "201",
            description = "The promise with its latest measurement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PromiseView.class)))
    public RestResponse<PromiseView> compute(
            @PathParam("id") UUID id, @Valid @NotNull ComputedMeasurementRequest measurement) {
        return created(id, computed.measure(id, measurement));
    }

    /** The outcome follows from the latest measurement; 409 {@code promise-not-measured} without one. */
    @POST
    @Path("/{id}/confirmations")
    @Operation(
            operationId = "confirmPromise",
            summary = "Record that the customer confirms the latest measurement",
            description = "The outcome follows from the measurement: CONFIRMED at the target or beyond it, PARTLY"
                    + " better than the baseline but short of the target, else NOT_ACHIEVED; whichever way the target"
                    + " lies from the baseline. 409 promise-not-measured without a measurement that stands,"
                    + " promise-closed when already confirmed.")
    @APIResponse(
            responseCode = "200",
            description = "The promise with its outcome",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PromiseView.class)))
    public RestResponse<PromiseView> confirm(
            @PathParam("id") UUID id,
            @Parameter(description = ETAG, example = "\"2\"") @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ConfirmationRequest confirmation) {
        return answer(ledger.confirm(id, ifMatch, confirmation));
    }

    /** An outcome that rested on the measurement is withdrawn. */
    @POST
    @Path("/{id}/contests")
    @Operation(
            operationId = "contestPromise",
            summary = "Record that the customer disputes the latest measurement, or takes a confirmation back",
            description = "The measurement no longer counts, an outcome that rested on it is withdrawn, and the promise"
                    + " is to be measured again. 409 promise-not-measured where nothing stands that could be disputed.")
    @APIResponse(
            responseCode = "200",
            description = "The promise, open again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PromiseView.class)))
    public RestResponse<PromiseView> contest(
            @PathParam("id") UUID id,
            @Parameter(description = ETAG, example = "\"3\"") @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ContestRequest contest) {
        return answer(ledger.contest(id, ifMatch, contest));
    }

    /** The day before it stays in the history. */
    @POST
    @Path("/{id}/extensions")
    @Operation(
            operationId = "extendPromise",
            summary = "Put a promise's day off, as agreed with the customer",
            description = "To a day after the one before and after the customer's today; the history keeps both. A"
                    + " promise that was overdue no longer is. 422 due-not-later, 409 promise-closed.")
    @APIResponse(
            responseCode = "200",
            description = "The promise with its new day",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PromiseView.class)))
    public RestResponse<PromiseView> extend(
            @PathParam("id") UUID id,
            @Parameter(description = ETAG, example = "\"1\"") @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ExtensionRequest extension) {
        return answer(ledger.extend(id, ifMatch, extension));
    }

    /** For 30 days, once, and for the measurement that stands now. */
    @POST
    @Path("/{id}/links")
    @Operation(
            operationId = "linkPromise",
            summary = "Make a link to a page on which the customer confirms or disputes the latest measurement",
            description = "The page is in English or Russian and needs no account; the link works once, for 30 days,"
                    + " and only while that measurement stands. It is shown only now. 409 promise-not-measured,"
                    + " promise-closed.")
    @APIResponse(
            responseCode = "201",
            description = "The link",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PromiseLinkView.class)))
    public RestResponse<PromiseLinkView> link(@PathParam("id") UUID id) {
        return Answer.created(links.make(id), "/promises/" + id);
    }

    private static RestResponse<PromiseView> created(UUID id, Promises.Versioned promise) {
        return Answer.created(promise.view(), "/promises/" + id, promise.version());
    }

    private static RestResponse<PromiseView> answer(Promises.Versioned promise) {
        return Answer.ok(promise.view(), promise.version());
    }
}
