package dev.rivulet.success.journey;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.success.access.Portfolio;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Journeys and their editions. */
@Path("/journeys")
@Tag(name = "Journeys", description = "What happens with a customer by and by, and when it needs its manager no longer")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class JourneyResource {

    private static final String EXAMPLE = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60";

    private final Journeys journeys;
    private final EnrolmentRepository enrolments;
    private final Portfolio portfolio;

    JourneyResource(Journeys journeys, EnrolmentRepository enrolments, Portfolio portfolio) {
        this.journeys = journeys;
        this.enrolments = enrolments;
        this.portfolio = portfolio;
    }

    /** All editions. */
    @GET
    @Operation(
            operationId = "listJourneys",
            summary = "List journeys",
            description =
                    "All editions, the one the product comes with among them: two months with a manager, then tech"
                            + " touch. By id, page by page.")
    public RestResponse<Page<JourneyView>> list(@BeanParam PageRequest page) {
        return page.respond(
                "journeys",
                journeys.page(page.after("journeys"), page.count()),
                JourneyView::of,
                journey -> journey.id);
    }

    /** One edition. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getJourney",
            summary = "Read an edition of a journey",
            description = "The ETag is needed to change or publish a draft.")
    public RestResponse<JourneyView> get(@PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
        return answer(journeys.get(id));
    }

    /** The first edition of a new journey. */
    @POST
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "draftJourney",
            summary = "Draft a journey",
            description =
                    "Nobody is enrolled before it is published. 400 step-incomplete, step-leads-nowhere, step-unknown,"
                            + " criterion-value; 422 journey-key-taken, template-unknown, endpoint-unknown.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JourneyView.class)))
    public RestResponse<JourneyView> draft(@Valid @NotNull JourneyRequest request) {
        return created(journeys.draft(request));
    }

    /** A draft like it, to be changed. */
    @POST
    @Path("/{id}/editions")
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "draftJourneyEdition",
            summary = "Draft the next edition of a journey",
            description = "As this edition is. Who is on a journey goes on with the edition it began with. 409"
                    + " journey-draft-exists.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JourneyView.class)))
    public RestResponse<JourneyView> draftNext(@PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
        return created(journeys.draftNext(id));
    }

    /** Drafts only. */
    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "changeJourney",
            summary = "Change a draft of a journey",
            description = "409 journey-published; else as for a new one.")
    public RestResponse<JourneyView> change(
            @PathParam("id") @Parameter(example = EXAMPLE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @NotNull
                    @RequestBody(
                            description = "JSON Merge Patch of a JourneyRequest: only what changes; lists are whole",
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = JourneyRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "exit",
                                                            value = "{\"definition\":{\"exit\":{\"extendDays\":14}}}")))
                    JsonNode patch) {
        return answer(journeys.change(id, ifMatch, patch));
    }

    /** From now on it never changes. */
    @POST
    @Path("/{id}/publications")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "publishJourney",
            summary = "Publish an edition of a journey",
            description =
                    "It never changes from now on, and customers are enrolled in it instead of earlier editions. 409"
                            + " journey-published.")
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JourneyView.class)))
    public RestResponse<JourneyView> publish(
            @PathParam("id") @Parameter(example = EXAMPLE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version to publish", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        return answer(journeys.publish(id, ifMatch));
    }

    /** Who is on it. */
    @GET
    @Path("/{id}/enrolments")
    @Transactional
    @Operation(
            operationId = "listJourneyEnrolments",
            summary = "Who is, or was, on an edition of a journey",
            description = "Customers and prospects, in the order in which they began. Page by page.")
    public RestResponse<Page<EnrolmentView>> enrolments(
            @PathParam("id") @Parameter(example = EXAMPLE) UUID id,
            @QueryParam("status") @Parameter(description = "Only those in this state", example = "ACTIVE") @Nullable
                    EnrolmentStatus status,
            @BeanParam PageRequest page) {
        var journey = journeys.get(id);
        return page.respond(
                "journey-enrolments",
                enrolments.of(
                        portfolio.accounts().orElse(null), id, status, page.after("journey-enrolments"), page.count()),
                enrolment -> EnrolmentView.of(enrolment, journey, null),
                enrolment -> enrolment.id);
    }

    private static RestResponse<JourneyView> answer(Journey journey) {
        return Answer.ok(JourneyView.of(journey), journey.version);
    }

    private static RestResponse<JourneyView> created(Journey journey) {
        return Answer.created(JourneyView.of(journey), "/journeys/" + journey.id, journey.version);
    }
}
