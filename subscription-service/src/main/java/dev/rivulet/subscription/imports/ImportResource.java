package dev.rivulet.subscription.imports;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
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

/** Imports of subscriptions over HTTP. */
@Path("/subscription-imports")
@Tag(name = "Imports", description = "Customers taken over from another system; jobs, kept for 30 days")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class ImportResource {

    static final String JSON_LINES = "application/x-ndjson";

    private static final String LIST = "subscription-imports";
    private static final String ID = "0197a3f5-1e4f-7b11-8e85-9c4c3f9e0d04";
    private static final String EXAMPLE =
            "{\"type\":\"account\",\"row\":{\"externalId\":\"C-17\",\"account\":{\"name\":\"Northwind Training"
                    + " GmbH\",\"zone\":\"Europe/Berlin\",\"currency\":\"EUR\",\"billingDay\":1},\"contacts\":[{\"name\":"
                    + "\"Ada Nowak\",\"email\":\"ada.nowak@northwind.example\",\"function\":\"HR head\",\"locale\":"
                    + "\"de-DE\"}]}}\n"
                    + "{\"type\":\"subscription\",\"row\":{\"externalId\":\"S-41\",\"account\":\"C-17\",\"planKey\":"
                    + "\"soft-skills-monthly\",\"planVersion\":2,\"seats\":25,\"startDate\":\"2024-01-31\","
                    + "\"chargedThrough\":\"2026-01-31\"}}\n"
                    + "{\"type\":\"receivable\",\"row\":{\"externalId\":\"2025-0042\",\"account\":\"C-17\",\"amount\":{"
                    + "\"amount\":\"58.31\",\"currency\":\"EUR\"},\"issuedOn\":\"2025-12-31\",\"dueOn\":"
                    + "\"2026-01-14\"}}\n"
                    + "{\"type\":\"balance\",\"row\":{\"externalId\":\"B-17\",\"account\":\"C-17\",\"amount\":{"
                    + "\"amount\":\"10.00\",\"currency\":\"EUR\"}}}\n";
    private static final String RESULT = "{\"line\":2,\"type\":\"subscription\",\"externalId\":\"S-41\",\"id\":"
            + "\"0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04\",\"status\":\"TAKEN\"}\n";

    private final Imports imports;
    private final ImportReports reports;

    ImportResource(Imports imports, ImportReports reports) {
        this.imports = imports;
        this.reports = reports;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Consumes(JSON_LINES)
    @Operation(
            operationId = "importSubscriptions",
            summary = "Import customers with their subscriptions and balances",
            description = "JSON Lines, up to 64 MB, each with a type and a row: account, subscription, receivable (an"
                    + " invoice that is still to be paid), balance (what a customer has with the seller). Rows name each"
                    + " other by external ids, in any order. Everything is read and tried as if it became real, and taken"
                    + " back; then the import is in SHADOW until it is activated. Nothing of it is in the books, in"
                    + " events or in figures before. A subscription keeps its original start, trial, phases and periods;"
                    + " no day before `chargedThrough` is ever charged here, and the first charge begins on exactly that"
                    + " day. Changes decided later cost nothing for days before it either. Recurring revenue counts as new"
                    + " from the original start, at the present price. A line that was taken over before and says the"
                    + " same changes nothing; one that says something else is refused (import-conflict). With"
                    + " dryRun=true it ends CHECKED and can never be activated.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JSON_LINES,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "a customer", value = EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location is the import",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)),
            headers =
                    @Header(name = "Location", description = "The import", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<ImportView> submit(
            @Parameter(description = "Try everything and let nothing become real", example = "true")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @NotNull File body,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language)
            throws IOException {
        if (body.length() == 0) {
            throw Rejected.invalid("body-missing", "");
        }
        try (var content = new InputStreamReader(new FileInputStream(body), StandardCharsets.UTF_8)) {
            var job = imports.submit(content, dryRun);
            return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, reports.view(job, language))
                    .header("Location", "/subscription-imports/" + job.id())
                    .build();
        }
    }

    @GET
    @Operation(
            operationId = "listSubscriptionImports",
            summary = "List imports",
            description = "In the order they were asked for, page by page.")
    public RestResponse<Page<ImportView>> list(
            @BeanParam PageRequest page,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return page.respond(
                LIST, imports.list(page.after(LIST), page.count()), job -> reports.view(job, language), Job::id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSubscriptionImport",
            summary = "Read an import",
            description = "How far it is and what became of its lines. One whose replica was killed is taken over by"
                    + " another within about half a minute.")
    public RestResponse<ImportView> get(
            @PathParam("id") @Parameter(description = "The import", example = ID) UUID id,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return answer(imports.get(id), language);
    }

    @GET
    @Path("/{id}/errors")
    @Operation(
            operationId = "listSubscriptionImportErrors",
            summary = "List what is wrong with lines",
            description = "In the order it was met, page by page, in the caller's language.")
    public RestResponse<Page<ImportErrorView>> errors(
            @PathParam("id") @Parameter(description = "The import", example = ID) UUID id,
            @BeanParam PageRequest page,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return ErrorPage.of(reports, imports.get(id), page, language);
    }

    @GET
    @Path("/{id}/result")
    @Produces(JSON_LINES)
    @Operation(
            operationId = "getSubscriptionImportResult",
            summary = "Read what lines became",
            description = "JSON Lines: the id here for each external id, of lines that are real by now, in the order"
                    + " of the body. Lines known before are among them.")
    @APIResponse(
            responseCode = "200",
            description = "The ids",
            content =
                    @Content(
                            mediaType = JSON_LINES,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "a subscription", value = RESULT)))
    public StreamingOutput result(@PathParam("id") @Parameter(description = "The import", example = ID) UUID id) {
        var job = imports.get(id).id();
        return target -> {
            for (var last = 0L; ; ) {
                var next = reports.write(job, last, target);
                if (next == last) {
                    return;
                }
                last = next;
            }
        };
    }

    @POST
    @Path("/{id}/activations")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "activateSubscriptionImport",
            summary = "Let an import become real",
            description = "From then on accounts, subscriptions and balances exist, and the invoice run bills from"
                    + " `chargedThrough`; what is due by then at once. 409 import-not-shadow, or import-has-refused unless"
                    + " withoutRefused is true.")
    @APIResponse(
            responseCode = "202",
            description = "It is going to",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> activate(
            @PathParam("id") @Parameter(description = "The import", example = ID) UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ActivationRequest request,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        var job = imports.activate(id, ifMatch, Boolean.TRUE.equals(request.withoutRefused()));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, reports.view(job, language))
                .build();
    }

    @POST
    @Path("/{id}/cancellations")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "cancelSubscriptionImport",
            summary = "Give an import up",
            description = "Before anything of it is real; whoever is at it stops. 409 import-not-cancellable.")
    @APIResponse(
            responseCode = "200",
            description = "Given up",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> cancel(
            @PathParam("id") @Parameter(description = "The import", example = ID) UUID id,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return answer(imports.cancel(id), language);
    }

    @POST
    @Path("/{id}/restarts")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "restartSubscriptionImport",
            summary = "Let a failed import go on",
            description = "Behind what it has done. 409 import-not-failed.")
    @APIResponse(
            responseCode = "200",
            description = "Queued",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> restart(
            @PathParam("id") @Parameter(description = "The import", example = ID) UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return answer(imports.restart(id, ifMatch), language);
    }

    private RestResponse<ImportView> answer(Job job, @Nullable String language) {
        return Answer.ok(reports.view(job, language), job.version());
    }
}
