package dev.rivulet.catalog.activity;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.SALES;

import dev.rivulet.catalog.job.JobView;
import dev.rivulet.kit.idempotency.Idempotent;
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
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;

/** Imports of activity codes over HTTP. */
@Path("/activity-code-imports")
@Tag(name = "Activity codes", description = "Schemes of economic activities (OKVED 2, NACE …) by edition")
@RunOnVirtualThread
@RolesAllowed({SALES, ADMIN})
public class CodeImportResource {

    private static final String CSV = "text/csv";
    private static final String KEY = "Repeating the request with the same key starts no second job, for 24 hours";

    private final CodeImports imports;

    CodeImportResource(CodeImports imports) {
        this.imports = imports;
    }

    @POST
    @Idempotent
    @Consumes(CSV)
    @Operation(
            operationId = "importActivityCodes",
            summary = "Import an edition of activity codes",
            description =
                    "A job that makes the edition what a CSV file says, up to 64 MB; repeating it changes nothing."
                            + " Columns by their heading: `code` and `name` (or `name_ru`, `name_en`) are needed, `parent`,"
                            + " `section`, `level` and `licensed` are read where they are, others are not. Commas or semicolons;"
                            + " UTF-8 or windows-1251, and Russian text broken by reading the one as Latin-1 is repaired. Where"
                            + " `parent` is empty it is the nearest code above by prefix, else the section. A row refused is"
                            + " listed with its line under the job's errors (`activity-code-format`, `activity-code-repeated`,"
                            + " `activity-parent-unknown`, `activity-parent-cycle` …) and the others are taken; codes that"
                            + " the file no longer has go, unless a row was refused. 400 `activity-scheme-format`, `activity-edition-format`; the job fails"
                            + " with `csv-column-missing`.")
    @Parameter(
            in = ParameterIn.HEADER,
            name = Idempotent.HEADER,
            description = KEY,
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples =
                                    @ExampleObject(
                                            name = "three codes",
                                            value = "section,code,parent,level,name_en\nG,47.9,,GROUP,Retail sale not"
                                                    + " in stores\nG,47.91,47.9,CLASS,Retail sale via mail order\n"
                                                    + "G,47.99,47.9,CLASS,Other retail sale")))
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location is the job",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public RestResponse<JobView> submit(
            @Parameter(description = "The scheme", required = true, example = "OKVED2") @QueryParam("scheme") @Nullable
                    String scheme,
            @Parameter(description = "The edition", required = true, example = "2023-12")
                    @QueryParam("edition")
                    @Nullable
                    String edition,
            @Parameter(description = "First day the edition is in force", example = "2023-12-01")
                    @QueryParam("validFrom")
                    @Nullable
                    LocalDate validFrom,
            @Parameter(description = "Try everything and keep nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @NotNull File body) {
        return imports.submit(scheme, edition, validFrom, dryRun, body);
    }

    @POST
    @Path("/starters")
    @Idempotent
    @Operation(
            operationId = "importStarterActivityCodes",
            summary = "Import the small set that comes with the product",
            description = "A job that makes the edition `starter` of OKVED2: the codes that an internet shop meets,"
                    + " enough to begin with.")
    @Parameter(
            in = ParameterIn.HEADER,
            name = Idempotent.HEADER,
            description = KEY,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location is the job",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public RestResponse<JobView> submitStarter() {
        return imports.submitStarter();
    }
}
