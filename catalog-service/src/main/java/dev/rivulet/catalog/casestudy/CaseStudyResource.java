package dev.rivulet.catalog.casestudy;

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
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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

/** Case studies over HTTP. */
@Path("/case-studies")
@Tag(name = "Case studies", description = "Customers' stories, told as far as each customer agreed")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class CaseStudyResource {

    private static final String LIST = "case-studies";

    private final CaseStudies studies;

    CaseStudyResource(CaseStudies studies) {
        this.studies = studies;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "createCaseStudy",
            summary = "Draft a case study",
            description = "Drafts also come by themselves when a customer confirms a promise in full. 422"
                    + " `product-unknown`, `segment-unknown`.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted, without consent",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CaseStudyView.class)))
    public RestResponse<CaseStudyView> create(@Valid @NotNull CaseStudyRequest request) {
        var study = studies.add(request);
        return Answer.created(CaseStudyView.of(study), "/case-studies/" + study.id, study.version);
    }

    @GET
    @Operation(
            operationId = "listCaseStudies",
            summary = "List case studies",
            description = "In the order they were drafted, page by page.")
    public RestResponse<Page<CaseStudyView>> list(
            @Parameter(description = "Only those of this product") @QueryParam("productId") @Nullable UUID productId,
            @Parameter(description = "Only those for this segment") @QueryParam("segmentId") @Nullable UUID segmentId,
            @Parameter(description = "Only those of this status") @QueryParam("status") @Nullable
                    CaseStudyStatus status,
            @BeanParam PageRequest page) {
        var found = studies.list(page.after(LIST), page.count(), productId, segmentId, status);
        return page.respond(LIST, found, CaseStudyView::of, study -> study.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCaseStudy", summary = "Read a case study", description = "With its ETag.")
    public RestResponse<CaseStudyView> get(@PathParam("id") UUID id) {
        return answer(studies.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "changeCaseStudy",
            summary = "Change a case study",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes. 409"
                    + " `case-study-published` once it is published.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = CaseStudyRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "write",
                                            value = "{\"story\":\"38 team leads practised ten minutes a day\"}")))
    public RestResponse<CaseStudyView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(studies.change(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/consents")
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "recordCaseStudyConsent",
            summary = "Record how far the customer agreed",
            description = "Takes effect at once: a published story whose customer takes the consent back is"
                    + " WITHDRAWN, one that may no longer be named is told without the name, or WITHDRAWN where its"
                    + " texts have it. 422 `customer-missing` for a published story to be named, `date-in-future`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConsentRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "named",
                                            value = "{\"consent\":\"NAMED\",\"givenBy\":\"Anna Berger, HR head\","
                                                    + "\"givenOn\":\"2026-04-12\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CaseStudyView.class)))
    public RestResponse<CaseStudyView> consent(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ConsentRequest request) {
        return answer(studies.consent(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/publications")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "publishCaseStudy",
            summary = "Publish a case study",
            description = "409 `consent-missing` without the customer's consent, `case-study-transition` when it is no"
                    + " draft; 422 `story-missing`, `customer-missing` (NAMED), `customer-named` (ANONYMOUS).")
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CaseStudyView.class)))
    public RestResponse<CaseStudyView> publish(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(studies.publish(id, ifMatch));
    }

    @POST
    @Path("/{id}/withdrawals")
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "withdrawCaseStudy",
            summary = "Tell a case study no more",
            description = "409 `case-study-transition` when it already is withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CaseStudyView.class)))
    public RestResponse<CaseStudyView> withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(studies.withdraw(id, ifMatch));
    }

    @POST
    @Path("/{id}/reopenings")
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "reopenCaseStudy",
            summary = "Make a withdrawn case study a draft again",
            description = "To be written and published anew. 409 `case-study-transition` when it is not withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "A draft again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CaseStudyView.class)))
    public RestResponse<CaseStudyView> reopen(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(studies.reopen(id, ifMatch));
    }

    private static RestResponse<CaseStudyView> answer(CaseStudy study) {
        return Answer.ok(CaseStudyView.of(study), study.version);
    }
}
