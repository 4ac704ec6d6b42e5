package dev.rivulet.catalog.partner;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
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

/** Certifications of partners' people over HTTP. */
@Path("/partners")
@Tag(name = "Partners")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class CertificationResource {

    private static final String LIST = "certifications";

    private final Certifying certifying;

    CertificationResource(Certifying certifying) {
        this.certifying = certifying;
    }

    @POST
    @Path("/{id}/persons/{personId}/certifications")
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "certifyPartnerPerson",
            summary = "Certify somebody on a version of a playbook",
            description = "The caller signs as examiner. 409 `partner-not-in-training` before the training or after the"
                    + " end, `person-left`, `certification-exists` when the person knows this version; 422"
                    + " `playbook-not-published` for a draft or a superseded version, `date-in-future`.")
    @APIResponse(
            responseCode = "201",
            description = "Certified",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CertificationView.class)))
    public RestResponse<CertificationView> certify(
            @PathParam("id") UUID id,
            @PathParam("personId") UUID personId,
            @Valid @NotNull CertificationRequest request) {
        return Answer.created(certifying.certify(id, personId, request), "/partners/" + id + "/certifications");
    }

    @GET
    @Path("/{id}/certifications")
    @Operation(
            operationId = "listPartnerCertifications",
            summary = "List the certifications of a partner's people",
            description = "In the order they were given, page by page; each with whether it still counts.")
    public RestResponse<Page<CertificationView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = certifying.list(id, page.after(LIST), page.count());
        return page.respond(LIST, found, view -> view, CertificationView::id);
    }
}
