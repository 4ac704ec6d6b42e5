package dev.rivulet.subscription.commission;

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
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Rules of commission. */
@Path("/commission-rules")
@Tag(name = "Commissions", description = "What partners earn by the customers they bring")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class CommissionRuleResource {

    private static final String LIST = "commission-rules";

    private final CommissionRules rules;
    private final CommissionRuleRepository repository;

    CommissionRuleResource(CommissionRules rules, CommissionRuleRepository repository) {
        this.rules = rules;
        this.repository = repository;
    }

    @POST
    @Idempotent
    @RolesAllowed({BILLING, ADMIN})
    @Operation(
            operationId = "addCommissionRule",
            summary = "Add a rule of commission",
            description =
                    "Of the rules that hold on the day of a payment the most specific counts: for the partner, then"
                            + " for its tier, then for all; among these one for the product first. 409"
                            + " commission-rule-overlaps when another for the same holds on one of its days, so that two never"
                            + " tie. 400 partner-or-tier, key-format, percent-range, validity-empty.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommissionRuleView.class)))
    public RestResponse<CommissionRuleView> add(@Valid @NotNull CommissionRuleRequest request) {
        var rule = rules.add(request);
        return Answer.created(rule, "/commission-rules/" + rule.id(), rule.version());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listCommissionRules",
            summary = "List rules of commission, oldest first",
            description = "Page by page, those that hold no longer too.")
    public RestResponse<Page<CommissionRuleView>> list(@BeanParam PageRequest page) {
        return page.respond(
                LIST, repository.list(page.after(LIST), page.count()), CommissionRuleView::of, rule -> rule.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getCommissionRule", summary = "Read a rule of commission", description = "With its ETag.")
    public RestResponse<CommissionRuleView> get(
            @PathParam("id") @Parameter(description = "The rule", example = "0197a3f7-3c4d-7e5f-9a6b-7c8d9e0f1a03")
                    UUID id) {
        return answer(CommissionRuleView.of(repository.get(id)));
    }

    @POST
    @Path("/{id}/ends")
    @RolesAllowed({BILLING, ADMIN})
    @Operation(
            operationId = "endCommissionRule",
            summary = "End a rule of commission",
            description = "Today at the earliest; what it gave stays. 422 valid-until-range.")
    @APIResponse(
            responseCode = "200",
            description = "The rule with its end",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommissionRuleView.class)))
    public RestResponse<CommissionRuleView> end(
            @PathParam("id") @Parameter(description = "The rule", example = "0197a3f7-3c4d-7e5f-9a6b-7c8d9e0f1a03")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull CommissionRuleEnd end) {
        return answer(rules.end(id, ifMatch, end.validUntil()));
    }

    private static RestResponse<CommissionRuleView> answer(CommissionRuleView rule) {
        return Answer.ok(rule, rule.version());
    }
}
