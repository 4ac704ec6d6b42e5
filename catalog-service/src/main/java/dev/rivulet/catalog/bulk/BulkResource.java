package dev.rivulet.catalog.bulk;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.SALES;

import dev.rivulet.catalog.job.JobView;
import dev.rivulet.catalog.job.Jobs;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.problem.Rejected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Export and import of the whole catalog over HTTP. */
@Path("/")
@Tag(name = "Bulk", description = "The whole catalog as JSON Lines, out and in again")
@RunOnVirtualThread
@RolesAllowed({SALES, ADMIN})
public class BulkResource {

    private static final String JSON_LINES = "application/x-ndjson";

    private final Jobs jobs;

    BulkResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @POST
    @Path("/catalog-exports")
    @Idempotent
    @Operation(
            operationId = "exportCatalog",
            summary = "Export the whole catalog",
            description = "A job; its result is one JSON Line for each row, what a row refers to before it. Things keep"
                    + " their ids, so that an import elsewhere gives the same catalog. What is changed while the export"
                    + " runs is in it as it was before or after.")
    @Parameter(
            in = ParameterIn.HEADER,
            name = Idempotent.HEADER,
            description = "Repeating the request with the same key starts no second job, for 24 hours",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location is the job",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public RestResponse<JobView> exports() {
        return jobs.submit(CatalogExport.KIND, Map.of(), null, false);
    }

    @POST
    @Path("/catalog-imports")
    @Idempotent
    @RolesAllowed(ADMIN)
    @Consumes(JSON_LINES)
    @Operation(
            operationId = "importCatalog",
            summary = "Import a catalog",
            description =
                    "For administrators, since rows say who approved, signed and proved what. A job that takes an export, of this or of another tenant, up to 64 MB: creates what is not"
                            + " there, changes what differs, and leaves the rest alone, so that repeating it does nothing. Rows"
                            + " are known by their id. A row that does not fit is refused by itself and listed with its line"
                            + " under the job's errors: `import-type-unknown`, `import-fixed` where it would change what only a"
                            + " transition changes, and the codes"
                            + " of the thing's own API. The job fails with"
                            + " `import-row-conflict` at a line that clashes in another way; what it kept before stays. Prices"
                            + " and price books keep the instants they were recorded at, so that past answers come with"
                            + " them; where those are earlier than an answer given here, its `asOf` sees them too. With"
                            + " `dryRun` everything is tried and nothing kept.")
    @Parameter(
            in = ParameterIn.HEADER,
            name = Idempotent.HEADER,
            description = "Repeating the request with the same key starts no second job, for 24 hours",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON_LINES,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples =
                                    @ExampleObject(
                                            name = "one product",
                                            value = "{\"type\":\"product\",\"row\":{\"id\":"
                                                    + "\"019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f\",\"createdAt\":"
                                                    + "\"2026-01-05T09:00:00Z\",\"status\":\"ACTIVE\",\"origin\":\"EXISTING\","
                                                    + "\"content\":{\"name\":\"SkillFlow\",\"kind\":\"SAAS\","
                                                    + "\"criticality\":\"NORMAL\"}}}")))
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location is the job",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public RestResponse<JobView> imports(
            @Parameter(description = "Try everything and keep nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @NotNull File body)
            throws IOException {
        if (body.length() == 0) {
            throw Rejected.invalid("body-missing", "");
        }
        try (var content = new FileInputStream(body)) {
            return jobs.submit(CatalogImport.KIND, Map.of(), content, dryRun);
        }
    }
}
