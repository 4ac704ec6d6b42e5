package dev.rivulet.catalog.activity;

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
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Dated rules about sales over HTTP. */
@Path("/sale-rules")
@Tag(name = "Sale rules", description = "What the law says of some sales, by date: bans, licences, codes")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class SaleRuleResource {

    private static final String LIST = "sale-rules";

    private final SaleRules rules;

    SaleRuleResource(SaleRules rules) {
        this.rules = rules;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createSaleRule",
            summary = "Add a rule",
            description = "422 `sale-rule-aimless` when it names neither goods nor channel nor service line,"
                    + " `sale-rule-code` for a ban with a code; 400 `period-empty`, `activity-code-format`.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SaleRuleView.class)))
    public RestResponse<SaleRuleView> create(@Valid @NotNull SaleRuleRequest request) {
        var rule = rules.add(request);
        return Answer.created(SaleRuleView.of(rule), "/sale-rules/" + rule.id, rule.version);
    }

    @GET
    @Operation(
            operationId = "listSaleRules",
            summary = "List rules",
            description = "In the order they were added, page by page.")
    public RestResponse<Page<SaleRuleView>> list(
            @Parameter(description = "Only those that hold on this day", example = "2026-03-01")
                    @QueryParam("on")
                    @Nullable
                    LocalDate on,
            @BeanParam PageRequest page) {
        var found = rules.list(page.after(LIST), page.count(), on);
        return page.respond(LIST, found, SaleRuleView::of, rule -> rule.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSaleRule", summary = "Read a rule", description = "With its ETag.")
    public RestResponse<SaleRuleView> get(@PathParam("id") UUID id) {
        return answer(rules.get(id));
    }

    @POST
    @Path("/{id}/ends")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "endSaleRule",
            summary = "End a rule",
            description =
                    "Rules are never changed otherwise, so that the past stays answerable. 400 `period-empty` when"
                            + " it would end on the day it begins or before.")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SaleRuleView.class)))
    public RestResponse<SaleRuleView> end(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull SaleRuleEnd request) {
        return answer(rules.end(id, ifMatch, request.validTo()));
    }

    private static RestResponse<SaleRuleView> answer(SaleRuleEntry rule) {
        return Answer.ok(SaleRuleView.of(rule), rule.version);
    }
}
