package dev.rivulet.catalog.job;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Jobs over HTTP. */
@Path("/jobs")
@Tag(name = "Jobs", description = "Imports and exports that take longer than a request; kept for 30 days")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class JobResource {

    /** JSON Lines. */
    public static final String JSON_LINES = "application/x-ndjson";

    private static final String LIST = "jobs";
    private static final String ERRORS = "job-errors";

    private final Jobs jobs;

    JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @Operation(
            operationId = "listJobs",
            summary = "List jobs",
            description = "In the order they were asked for, page by page.")
    public RestResponse<Page<JobView>> list(
            @BeanParam PageRequest page,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        var texts = Texts.forHeader(language);
        return page.respond(LIST, jobs.list(page.after(LIST), page.count()), job -> JobView.of(job, texts), Job::id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getJob",
            summary = "Read a job",
            description = "How far it is and what became of the rows. A job whose replica was killed is taken over by"
                    + " another within about half a minute.")
    public RestResponse<JobView> get(
            @PathParam("id") UUID id,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return answer(jobs.get(id), language);
    }

    @GET
    @Path("/{id}/errors")
    @Operation(
            operationId = "listJobErrors",
            summary = "List the rows a job refused",
            description = "In the order they were met, page by page, in the caller's language; the first 10000.")
    public RestResponse<Page<RowErrorView>> errors(
            @PathParam("id") UUID id,
            @BeanParam PageRequest page,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        var texts = Texts.forHeader(language);
        // Errors have numbers for ids, from 0.
        var list = ERRORS + id;
        var found = jobs.errors(id, page.after(list).getLeastSignificantBits() - 1, page.count());
        return page.respond(list, found, error -> RowErrorView.of(error, texts), error -> new UUID(0, error.seq() + 1));
    }

    @GET
    @Path("/{id}/result")
    @Produces(JSON_LINES)
    @Operation(
            operationId = "getJobResult",
            summary = "Read what a job has written",
            description = "JSON Lines. 409 `job-not-done` before it has succeeded; 404 of a job that writes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            content =
                    @Content(
                            mediaType = JSON_LINES,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "catalogue",
                                            value =
                                                    "{\"type\":\"product\",\"row\":{\"id\":"
                                                            + "\"019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f\",\"name\":\"SkillFlow\"}}")))
    public StreamingOutput result(@PathParam("id") UUID id) {
        jobs.requireResult(id);
        return target -> {
            var part = 0;
            while (jobs.writePart(id, part, target)) {
                part++;
            }
        };
    }

    @POST
    @Path("/{id}/restarts")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "restartJob",
            summary = "Put a failed job back into the queue",
            description = "It goes on behind the rows it kept. 409 `job-not-failed` otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "Queued",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public RestResponse<JobView> restart(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return answer(jobs.restart(id, ifMatch), language);
    }

    private static RestResponse<JobView> answer(Job job, @Nullable String language) {
        return Answer.ok(JobView.of(job, Texts.forHeader(language)), job.version());
    }
}
