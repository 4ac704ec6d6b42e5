package dev.rivulet.success.task;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What success managers have to do. */
@Path("/tasks")
@Tag(name = "Tasks", description = "What success managers are asked to do, and by when")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class TaskResource {

    private final Tasks tasks;

    TaskResource(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Oldest first. */
    @GET
    @Operation(
            operationId = "listTasks",
            summary = "List tasks, oldest first",
            description = "A task opens by itself, for example when a score falls below the threshold; a customer has"
                    + " one open task of a kind at most.")
    public RestResponse<Page<TaskView>> list(
            @Parameter(description = "Only those of this customer") @QueryParam("accountId") @Nullable UUID accountId,
            @Parameter(description = "Only those in this state", example = "OPEN") @QueryParam("status") @Nullable
                    TaskStatus status,
            @BeanParam PageRequest page) {
        var found = tasks.page(accountId, status, page.after("tasks"), page.count());
        return page.respond("tasks", found, task -> task, task -> task.id());
    }

    /** One task. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getTask",
            summary = "Get one task",
            description = "With its reason. The ETag is needed to complete it.")
    public RestResponse<TaskView> get(@PathParam("id") UUID id) {
        return answer(tasks.get(id));
    }

    /** 409 {@code task-done} when it has been completed before. */
    @POST
    @Path("/{id}/completions")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "completeTask",
            summary = "Complete a task with its outcome",
            description = "409 task-done when it has been completed before. A score that falls further opens a new"
                    + " task.")
    @APIResponse(
            responseCode = "200",
            description = "The completed task",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TaskView.class)))
    public RestResponse<TaskView> complete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull CompletionRequest completion) {
        return answer(tasks.complete(id, ifMatch, completion));
    }

    private static RestResponse<TaskView> answer(Tasks.Versioned task) {
        return Answer.ok(task.view(), task.version());
    }
}
