package dev.rivulet.success.journey;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A customer's journey. */
@Path("/customers")
@Tag(name = "Journeys", description = "What happens with a customer by and by, and when it needs its manager no longer")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class CustomerJourneyResource {

    private final Enrolling enrolling;
    private final Journeys journeys;
    private final StepLog log;

    CustomerJourneyResource(Enrolling enrolling, Journeys journeys, StepLog log) {
        this.enrolling = enrolling;
        this.journeys = journeys;
        this.log = log;
    }

    /** The one it is on, or was on last. */
    @GET
    @Path("/{id}/journey")
    @Transactional
    @Operation(
            operationId = "getCustomerJourney",
            summary = "How far a customer has come on its journey",
            description =
                    "The one it is on, or was on last, with the steps taken and the next one. 404 when it never was on"
                            + " one.")
    public EnrolmentView get(@PathParam("id") UUID id) {
        return view(enrolling.latest(id).orElseThrow(() -> Rejected.notFound("journey of customer", id)));
    }

    /** By hand. */
    @POST
    @Path("/{id}/journeys")
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "enrolCustomer",
            summary = "Send a customer on a journey",
            description =
                    "With it the customer is looked after as the journey says, by a manager who has the hours. 409"
                            + " journey-running, 422 journey-unknown, step-unknown.")
    @APIResponse(
            responseCode = "201",
            description = "Begun",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EnrolmentView.class)))
    public RestResponse<EnrolmentView> enrol(@PathParam("id") UUID id, @Valid @NotNull EnrolmentRequest request) {
        return Answer.created(view(enrolling.enrol(id, request)), "/customers/" + id + "/journey");
    }

    /** Steps wait. */
    @POST
    @Path("/{id}/journey/pauses")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "pauseJourney",
            summary = "Pause a customer's journey",
            description = "Steps that fall due wait until it is resumed. 409 journey-not-running, journey-paused.")
    @APIResponse(
            responseCode = "200",
            description = "Paused",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EnrolmentView.class)))
    public EnrolmentView pause(@PathParam("id") UUID id) {
        return view(enrolling.pause(id));
    }

    /** Steps go on. */
    @POST
    @Path("/{id}/journey/resumptions")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "resumeJourney",
            summary = "Resume a customer's journey",
            description = "What fell due meanwhile is done at once, in its order. 409 journey-not-running,"
                    + " journey-not-paused.")
    @APIResponse(
            responseCode = "200",
            description = "Active again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EnrolmentView.class)))
    public EnrolmentView resume(@PathParam("id") UUID id) {
        return view(enrolling.resume(id));
    }

    /** For good. */
    @POST
    @Path("/{id}/journey/stops")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "stopJourney",
            summary = "Stop a customer's journey",
            description =
                    "For good; how the customer is looked after stays as it is. Of one who has graduated: nothing more"
                            + " follows in tech touch. 409 journey-not-running.")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EnrolmentView.class)))
    public EnrolmentView stop(@PathParam("id") UUID id) {
        return view(enrolling.stop(id));
    }

    private EnrolmentView view(Enrolment enrolment) {
        return EnrolmentView.of(enrolment, journeys.get(enrolment.journeyId), log.of(enrolment.id));
    }
}
