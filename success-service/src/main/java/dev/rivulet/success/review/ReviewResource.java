package dev.rivulet.success.review;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.print.Printer;
import dev.rivulet.success.input.Dated;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The evidence for a quarterly business review. */
@Path("/customers/{id}/qbr")
@Tag(name = "Review", description = "What to bring to a review with one customer")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ReviewResource {

    private static final String PDF = "application/pdf";
    private static final String FIRST = "First day, local to the customer";
    private static final String LAST = "Last day, included; not after the customer's today";

    /** A browser loads nothing for it and runs nothing in it. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Reviews reviews;
    private final Template template;

    ReviewResource(Reviews reviews, @Location("review.html") Template template) {
        this.reviews = reviews;
        this.template = template;
    }

    /** As a page, or as a PDF with its own fonts. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "getReview",
            summary = "The evidence for a review with a customer, as a page or a PDF",
            description =
                    "What was promised and what was measured of it, consumption and licences with their trend, the"
                            + " score and what moved it, survey results with intervals, problems, feedback and releases, payments,"
                            + " and the next renewal. Each part names the policy its figures are counted by, and says so where"
                            + " there is too little to tell one. Days are local to the customer; the three months to today when"
                            + " left out. In English or Russian by Accept-Language. What comes up for renewal is told as of now,"
                            + " all else as of the last day. 400 range-backwards, range-too-long, time-in-future,"
                            + " time-out-of-range; 404 not-found.")
    @APIResponse(
            responseCode = "200",
            description = "The review",
            content = {
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING, examples = "<!DOCTYPE html>")),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public RestResponse<String> html(
            @PathParam("id") UUID id,
            @Parameter(description = FIRST, example = "2026-01-01") @QueryParam("from") @Dated @Nullable LocalDate from,
            @Parameter(description = LAST, example = "2026-03-31") @QueryParam("to") @Dated @Nullable LocalDate to,
            @Context HttpHeaders headers) {
        var paper = paper(id, from, to, headers);
        return answer(Printer.html(page(paper)), MediaType.TEXT_HTML + ";charset=UTF-8", paper);
    }

    /** The same as a PDF. */
    @GET
    @Produces(PDF + ";qs=0.5")
    @Operation(hidden = true)
    public RestResponse<byte[]> pdf(
            @PathParam("id") UUID id,
            @QueryParam("from") @Dated @Nullable LocalDate from,
            @QueryParam("to") @Dated @Nullable LocalDate to,
            @Context HttpHeaders headers) {
        var paper = paper(id, from, to, headers);
        return answer(Printer.pdf(page(paper)), PDF, paper);
    }

    private Paper paper(UUID id, @Nullable LocalDate from, @Nullable LocalDate to, HttpHeaders headers) {
        return ReviewWriter.write(reviews.of(id, from, to), ReviewTexts.of(headers.getAcceptableLanguages()));
    }

    private TemplateInstance page(Paper paper) {
        return template.data("paper", paper);
    }

    private static <T> RestResponse<T> answer(T body, String type, Paper paper) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_LANGUAGE, paper.language())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
