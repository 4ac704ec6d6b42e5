package dev.rivulet.catalog.partner;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.partner.domain.PartnerStatus;
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

/** Partners over HTTP. A partner's token, which names its partner, opens that one alone. */
@Path("/partners")
@Tag(name = "Partners", description = "Who else sells: the partner cycle, people, certifications and references")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class PartnerResource {

    private static final String LIST = "partners";

    private final Partners partners;
    private final StandingBoard standings;

    PartnerResource(Partners partners, StandingBoard standings) {
        this.partners = partners;
        this.standings = standings;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createPartner",
            summary = "Add a partner",
            description =
                    "As a PROSPECT. 422 `partner-role-unknown`; 409 `key-taken` when another partner has its key.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public RestResponse<PartnerView> create(@Valid @NotNull PartnerRequest request) {
        var partner = partners.add(request);
        return Answer.created(
                PartnerView.of(partner, standings.of(partner)), "/partners/" + partner.id, partner.version);
    }

    @GET
    @Operation(
            operationId = "listPartners",
            summary = "List partners",
            description = "In the order they were added, page by page; a partner's token sees its own. 403"
                    + " `partner-missing` when such a token names none.")
    public RestResponse<Page<PartnerView>> list(
            @Parameter(description = "Only those of this status") @QueryParam("status") @Nullable PartnerStatus status,
            @Parameter(description = "Only those of this role", example = "RESELLER") @QueryParam("role") @Nullable
                    String role,
            @BeanParam PageRequest page) {
        var found = partners.list(page.after(LIST), page.count(), status, role);
        var standing = standings.of(found);
        return page.respond(
                LIST, found, partner -> PartnerView.of(partner, standing.apply(partner)), partner -> partner.id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPartner",
            summary = "Read a partner",
            description = "With its ETag, how many certified people it has, whether it may sell, and whether it is"
                    + " trusted and until when.")
    public RestResponse<PartnerView> get(@PathParam("id") UUID id) {
        return answer(partners.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changePartner",
            summary = "Change a partner",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes. 409 `partner-ended`;"
                    + " `partner-manager-missing` or `partner-territory-missing` when what its status needs were"
                    + " removed.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PartnerChange.class),
                            examples =
                                    @ExampleObject(
                                            name = "promote",
                                            value = "{\"tier\":\"gold\",\"manager\":\"mila.horn@acme.example\"}")))
    public RestResponse<PartnerView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(partners.change(id, ifMatch, patch));
    }

    private RestResponse<PartnerView> answer(Partner partner) {
        return Answer.ok(PartnerView.of(partner, standings.of(partner)), partner.version);
    }
}
