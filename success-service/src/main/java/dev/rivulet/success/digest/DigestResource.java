package dev.rivulet.success.digest;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.success.page.PageLanguage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What each function of the company has to know of a week. */
@Path("/digests")
@Tag(name = "Digests", description = "What a week brought, for each function of the company")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class DigestResource {

    private final Digests digests;
    private final DigestText text;

    DigestResource(Digests digests, DigestText text) {
        this.digests = digests;
        this.text = text;
    }

    /** JSON, or text to read. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "getDigest",
            summary = "What a function has to know of a week",
            description = "Problems, words of customers, low answers, promises, releases and what more customers ask"
                    + " for, from Monday to Sunday in UTC; first what concerns the function by its work. Six hours after its end a week closes: from then on its digest"
                    + " reads the same. Customers are named as far as the caller may see them; figures are of all. As"
                    + " text/plain in English or Russian. 400 week-invalid, week-to-come.")
    @APIResponse(
            responseCode = "200",
            description = "The digest",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DigestView.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    public RestResponse<Object> digest(
            @Parameter(description = "Whose", example = "SUPPORT", required = true) @QueryParam("function") @NotNull
                    DigestFunction function,
            @Parameter(description = "Like 2026-W12; the last one that is closed, if left out", example = "2026-W12")
                    @QueryParam("week")
                    @Nullable
                    String week,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language,
            @Context Request request) {
        var variant =
                request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_PLAIN_TYPE)
                        .build());
        if (variant == null) {
            throw new NotAcceptableException();
        }
        var digest = digests.of(function, week);
        var isText = MediaType.TEXT_PLAIN_TYPE.isCompatible(variant.getMediaType());
        return RestResponse.ResponseBuilder.<Object>ok(isText ? text.of(digest, PageLanguage.of(language)) : digest)
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        isText ? MediaType.TEXT_PLAIN + ";charset=UTF-8" : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }
}
