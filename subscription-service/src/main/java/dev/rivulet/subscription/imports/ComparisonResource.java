package dev.rivulet.subscription.imports;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.kit.rest.Roles;
import dev.rivulet.subscription.imports.domain.Verdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Comparisons of imports over HTTP. */
@Path("/subscription-comparisons")
@Tag(name = "Imports")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class ComparisonResource {

    private static final String LIST = "subscription-comparisons";
    private static final String FINDINGS = "comparison-findings";
    private static final String ID = "0197a3f6-1e4f-7b11-8e85-9c4c3f9e0d04";
    private static final String IMPORT = "0197a3f5-1e4f-7b11-8e85-9c4c3f9e0d04";
    private static final String EXAMPLE = "{\"subscription\":\"S-41\",\"periodStart\":\"2026-01-31\",\"periodEnd\":"
            + "\"2026-02-28\",\"amount\":{\"amount\":\"58.31\",\"currency\":\"EUR\"}}\n"
            + "{\"account\":\"C-18\",\"periodStart\":\"2026-02-01\",\"periodEnd\":\"2026-03-01\",\"amount\":{"
            + "\"amount\":\"116.62\",\"currency\":\"EUR\"}}\n";

    private final Imports imports;
    private final ImportReports reports;

    ComparisonResource(Imports imports, ImportReports reports) {
        this.imports = imports;
        this.reports = reports;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Consumes(ImportResource.JSON_LINES)
    @Operation(
            operationId = "compareSubscriptionImport",
            summary = "Compare an import with the invoices another system expects",
            description = "JSON Lines, up to 64 MB: for a subscription, or an account as a whole, a period and what is"
                    + " to be paid for it, less discounts and with tax. Each family of accounts is made real, billed"
                    + " through the days expected by the very code of the invoice run, and taken back: nothing is"
                    + " issued. The import is CHECKED, in SHADOW or ACTIVE; else 409 import-not-tried.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = ImportResource.JSON_LINES,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "two periods", value = EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location is the comparison",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComparisonView.class)),
            headers =
                    @Header(
                            name = "Location",
                            description = "The comparison",
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<ComparisonView> compare(
            @Parameter(description = "The import", example = IMPORT) @QueryParam("importId") @NotNull UUID importId,
            @NotNull File body,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language)
            throws IOException {
        if (body.length() == 0) {
            throw Rejected.invalid("body-missing", "");
        }
        try (var content = new InputStreamReader(new FileInputStream(body), StandardCharsets.UTF_8)) {
            var job = imports.compare(importId, content);
            return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, reports.comparison(job, language))
                    .header("Location", "/subscription-comparisons/" + job.id())
                    .build();
        }
    }

    @GET
    @Operation(
            operationId = "listSubscriptionComparisons",
            summary = "List the comparisons of an import",
            description = "In the order they were asked for, page by page.")
    public RestResponse<Page<ComparisonView>> list(
            @Parameter(description = "The import", example = IMPORT) @QueryParam("importId") @NotNull UUID importId,
            @BeanParam PageRequest page,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        var list = LIST + importId;
        return page.respond(
                list,
                imports.comparisons(importId, page.after(list), page.count()),
                job -> reports.comparison(job, language),
                Job::id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSubscriptionComparison",
            summary = "Read a comparison",
            description = "How far it is, and what it found so far: counts and sums by verdict, cause and currency.")
    public RestResponse<ComparisonView> get(
            @PathParam("id") @Parameter(description = "The comparison", example = ID) UUID id,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return RestResponse.ok(reports.comparison(imports.comparison(id), language));
    }

    @GET
    @Path("/{id}/findings")
    @Operation(
            operationId = "listComparisonFindings",
            summary = "List what a comparison found",
            description = "Matches and differences, each with the lines that would be billed, their explanations and"
                    + " the cause of the difference; page by page in the order they were found.")
    public RestResponse<Page<FindingView>> findings(
            @PathParam("id") @Parameter(description = "The comparison", example = ID) UUID id,
            @Parameter(description = "Only of this verdict", example = "DIFFERENT") @QueryParam("verdict") @Nullable
                    Verdict verdict,
            @BeanParam PageRequest page,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        var texts = Texts.forHeader(language);
        var list = FINDINGS + id + verdict;
        return page.respond(
                list,
                reports.findings(
                        imports.comparison(id).id(), verdict, page.after(list).getLeastSignificantBits(), page.count()),
                finding -> FindingView.of(finding, texts),
                finding -> new UUID(0, finding.seq()));
    }

    @GET
    @Path("/{id}/errors")
    @Operation(
            operationId = "listComparisonErrors",
            summary = "List what is wrong with a comparison's lines",
            description = "In the order it was met, page by page, in the caller's language.")
    public RestResponse<Page<ImportErrorView>> errors(
            @PathParam("id") @Parameter(description = "The comparison", example = ID) UUID id,
            @BeanParam PageRequest page,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return ErrorPage.of(reports, imports.comparison(id), page, language);
    }
}
