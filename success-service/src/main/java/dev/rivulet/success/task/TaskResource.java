package dev.rivulet.success.task;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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

    private static final String LANGUAGE = "The reason is in English or Russian by Accept-Language. ";

    private final TaskRows rows;
    private final TaskDesk desk;

    TaskResource(TaskRows rows, TaskDesk desk) {
        this.rows = rows;
        this.desk = desk;
    }

    /** An inbox. */
    @GET
    @Operation(
            operationId = "listTasks",
            summary = "List tasks: an inbox",
            description = "A task opens by itself, for example when a score falls below the threshold, or by hand. "
                    + LANGUAGE
                    + "Sorted by anything but openedAt and without a status, only what is OPEN is shown. Money is"
                    + " compared by its amount, whatever its currency; where none is known it counts as 0. 400"
                    + " sort-unknown, cursor-invalid.")
    public RestResponse<Page<TaskView>> list(
            @BeanParam TaskFilter filter,
            @QueryParam("sort")
                    @Parameter(description = "The order", example = "dueOn")
                    @Schema(
                            enumeration = {"openedAt", "dueOn", "-severity", "-moneyAtRisk"},
                            defaultValue = "openedAt")
                    @Nullable
                    String sort,
            @HeaderParam("Accept-Language") @Nullable String language,
            @BeanParam PageRequest page) {
        var order = TaskSort.of(sort);
        var texts = ReasonTexts.forHeader(language);
        var found = rows.page(filter, order, page.place(order.list()), page.count());
        return page.respondAt(order.list(), found, task -> TaskView.of(task, texts), order::place);
    }

    /** One task. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getTask",
            summary = "Get one task",
            description = "With its reason. " + LANGUAGE + "The ETag is needed to change it.")
    public RestResponse<TaskView> get(
            @PathParam("id") UUID id, @HeaderParam("Accept-Language") @Nullable String language) {
        return answer(desk.get(id), language);
    }

    /** By hand. */
    @POST
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "openTask",
            summary = "Write down something to do",
            description = "Of the kind MANUAL, with its own words as the reason. What the customer pays a month is at"
                    + " stake. 422 account-unknown, task-due.")
    @APIResponse(
            responseCode = "201",
            description = "The task",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TaskView.class)))
    public RestResponse<TaskView> open(@Valid @NotNull TaskRequest task) {
        var view = TaskView.of(desk.open(task), ReasonTexts.ENGLISH);
        return Answer.created(view, "/tasks/" + view.id(), view.version());
    }

    /** To a person, or back to the queue. */
    @POST
    @Path("/{id}/assignments")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "assignTask",
            summary = "Give a task to somebody",
            description = "Or, without an owner, back to its queue. 409 task-done.")
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TaskView.class)))
    public RestResponse<TaskView> assign(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Valid @NotNull AssignmentRequest assignment) {
        return answer(desk.assign(id, ifMatch, assignment.owner()), language);
    }

    /** Until a day. */
    @POST
    @Path("/{id}/snoozes")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "snoozeTask",
            summary = "Put a task off until a day",
            description =
                    "At the beginning of that day, where the customer is, it is open again. The deadline stays,"
                            + " and so does the escalation after it, which opens it for whom it goes to. 422 snooze-past, 409 task-done.")
    @APIResponse(
            responseCode = "200",
            description = "The task, put off",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TaskView.class)))
    public RestResponse<TaskView> snooze(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Valid @NotNull SnoozeRequest snooze) {
        return answer(desk.snooze(id, ifMatch, snooze), language);
    }

    /** 409 {@code task-done} when it has been completed before. */
    @POST
    @Path("/{id}/completions")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "completeTask",
            summary = "Complete a task with its outcome",
            description = "The outcome counts for the precision of the trigger that asked for the task. 409 task-done"
                    + " when it has been completed before.")
    @APIResponse(
            responseCode = "200",
            description = "The completed task",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TaskView.class)))
    public RestResponse<TaskView> complete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Valid @NotNull CompletionRequest completion) {
        return answer(desk.complete(id, ifMatch, completion), language);
    }

    /** It was not done after all. */
    @POST
    @Path("/{id}/reopenings")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "reopenTask",
            summary = "Open a completed task again",
            description = "With its old deadline. 409 task-not-done; 409 task-open-already when another one of the same"
                    + " cause waits.")
    @APIResponse(
            responseCode = "200",
            description = "The task, open again",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TaskView.class)))
    public RestResponse<TaskView> reopen(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"1\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Valid @NotNull ReopeningRequest reopening) {
        return answer(desk.reopen(id, ifMatch, reopening), language);
    }

    private static RestResponse<TaskView> answer(SuccessTask task, @Nullable String language) {
        var texts = ReasonTexts.forHeader(language);
        var response = Answer.ok(TaskView.of(task, texts), task.version);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, texts.language());
        response.getHeaders().putSingle(HttpHeaders.VARY, "Accept-Language");
        return response;
    }
}
