package dev.rivulet.catalog.linter;

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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A tenant's own rules of the linter over HTTP. */
@Path("/lint-rules")
@Tag(name = "Linter", description = "What a proposition should not say: rules are data")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class LintRuleResource {

    private static final String LIST = "lint-rules";
    private static final String EXAMPLE = """
            {"code":"no-digital-transformation","rule":{"severity":"WARNING","place":"ANYWHERE",
             "fields":["ONE_LINER","SOLUTION"],"phrases":["digital transformation","цифров* трансформац*"],
             "advice":"Say what the customer sees change"}}""";

    private final Linting linting;

    LintRuleResource(Linting linting) {
        this.linting = linting;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createLintRule",
            summary = "Add a rule",
            description = "One with the code of a built-in rule stands in its place, and switches it off when it is not"
                    + " active. 409 `key-taken` when the tenant has a rule of that code, 422 `phrase-invalid` when a"
                    + " phrase has no word or a * that does not end one.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OwnRuleRequest.class),
                            examples = @ExampleObject(name = "jargon", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OwnRuleView.class)))
    public RestResponse<OwnRuleView> create(@Valid @NotNull OwnRuleRequest request) {
        var rule = linting.add(request);
        return Answer.created(OwnRuleView.of(rule), "/lint-rules/" + rule.id, rule.version);
    }

    @GET
    @Operation(
            operationId = "listLintRules",
            summary = "List the tenant's own rules",
            description =
                    "In the order they were added, page by page; the built-in ones are at" + " `/built-in-lint-rules`.")
    public RestResponse<Page<OwnRuleView>> list(@BeanParam PageRequest page) {
        var found = linting.list(page.after(LIST), page.count());
        return page.respond(LIST, found, OwnRuleView::of, rule -> rule.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getLintRule", summary = "Read an own rule", description = "With its ETag.")
    public RestResponse<OwnRuleView> get(@PathParam("id") UUID id) {
        return answer(linting.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeLintRule",
            summary = "Change an own rule",
            description = "JSON merge patch (RFC 7396); its code never changes. 422 `phrase-invalid`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = OwnRuleChange.class),
                            examples = @ExampleObject(name = "switch-off", value = "{\"active\":false}")))
    public RestResponse<OwnRuleView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(linting.change(id, ifMatch, patch));
    }

    private static RestResponse<OwnRuleView> answer(OwnRule rule) {
        return Answer.ok(OwnRuleView.of(rule), rule.version);
    }
}
