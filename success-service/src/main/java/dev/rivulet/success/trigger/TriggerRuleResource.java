package dev.rivulet.success.trigger;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.success.task.TaskOutcomes;
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

/** Rules that watch customers and ask for tasks. */
@Path("/trigger-rules")
@Tag(name = "Triggers", description = "Rules that watch customers and ask for tasks, and how often they are right")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class TriggerRuleResource {

    private static final String EXAMPLE = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60";

    private final Rules rules;
    private final TaskOutcomes outcomes;

    TriggerRuleResource(Rules rules, TaskOutcomes outcomes) {
        this.rules = rules;
        this.outcomes = outcomes;
    }

    /** Those the product comes with among them. */
    @GET
    @Operation(
            operationId = "listTriggerRules",
            summary = "List trigger rules",
            description = "Those the product comes with and the tenant's own, by id. Page by page.")
    public RestResponse<Page<RuleView>> list(@BeanParam PageRequest page) {
        return page.respond(
                "trigger-rules", rules.page(page.after("trigger-rules"), page.count()), RuleView::of, rule -> rule.id);
    }

    /** One rule. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getTriggerRule",
            summary = "Read a trigger rule",
            description = "As its latest revision says. The ETag is needed to change it.")
    public RestResponse<RuleView> get(@PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
        var rule = rules.get(id);
        return Answer.ok(RuleView.of(rule), rule.version);
    }

    /** Watches every customer from now on. */
    @POST
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "createTriggerRule",
            summary = "Make a trigger rule",
            description = "It watches every customer from now on: with what changes a score, and once an hour. When it"
                    + " fires, a task is opened, unless the one it asked for before still waits. 400 condition-bound,"
                    + " condition-rearm, condition-worsening, condition-component, condition-no-value.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RuleView.class)))
    public RestResponse<RuleView> create(@Valid @NotNull RuleRequest request) {
        var rule = rules.make(request);
        return Answer.created(RuleView.of(rule), "/trigger-rules/" + rule.id, rule.version);
    }

    /** A new revision. */
    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "changeTriggerRule",
            summary = "Change a trigger rule, or switch it on or off",
            description = "What it says from now on is a new revision; tasks tell on which one they rest.")
    public RestResponse<RuleView> change(
            @PathParam("id") @Parameter(example = EXAMPLE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @NotNull
                    @RequestBody(
                            description = "JSON Merge Patch of a TriggerRuleRequest: only what changes",
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = RuleRequest.class),
                                            examples = @ExampleObject(name = "off", value = "{\"enabled\":false}")))
                    JsonNode patch) {
        var rule = rules.change(id, ifMatch, patch);
        return Answer.ok(RuleView.of(rule), rule.version);
    }

    /** Oldest first. */
    @GET
    @Path("/{id}/revisions")
    @Operation(
            operationId = "listTriggerRuleRevisions",
            summary = "What a trigger rule said, and since when",
            description = "Oldest first. Page by page.")
    public RestResponse<Page<RevisionView>> revisions(
            @PathParam("id") @Parameter(example = EXAMPLE) UUID id, @BeanParam PageRequest page) {
        return page.respond(
                "trigger-rule-revisions",
                rules.revisions(id, page.after("trigger-rule-revisions"), page.count()),
                RevisionView::of,
                revision -> revision.id);
    }

    /** By the outcomes of its tasks. */
    @GET
    @Path("/{id}/precision")
    @Operation(
            operationId = "getTriggerRulePrecision",
            summary = "How often a trigger rule was right",
            description = "By the outcomes of the tasks it asked for, over all its revisions: true alarms of those that"
                    + " were judged, with Wilson's interval of 95 %. Below ten judged there is no figure, with the"
                    + " reason too-few.")
    public PrecisionView precision(@PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
        return PrecisionView.of(rules.get(id).id, outcomes.of(id));
    }
}
