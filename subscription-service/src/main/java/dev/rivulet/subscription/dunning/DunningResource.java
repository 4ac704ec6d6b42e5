package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is done about payers in arrears. */
@Path("")
@Tag(name = "Dunning", description = "What is done about payers in arrears")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class DunningResource {

    private final Policies policies;
    private final CaseRepository cases;
    private final StepTable steps;

    DunningResource(Policies policies, CaseRepository cases, StepTable steps) {
        this.policies = policies;
        this.cases = cases;
        this.steps = steps;
    }

    @POST
    @Path("/dunning-policies")
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "addDunningPolicy",
            summary = "Say what is done about payers in arrears",
            description =
                    "Steps by the age of the oldest debt and the amount owed; each is taken once while a payer is in"
                            + " arrears. It takes the place of the policy in force. Without one nobody is dunned. 400"
                            + " steps-not-in-order, steps-range, days-range.")
    @APIResponse(
            responseCode = "201",
            description = "In force",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyView.class)),
            headers =
                    @Header(
                            name = "Location",
                            description = "All policies",
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<PolicyView> add(@Valid @NotNull PolicyRequest request) {
        return Answer.created(policies.add(request), "/dunning-policies");
    }

    @GET
    @Path("/dunning-policies")
    @Operation(
            operationId = "listDunningPolicies",
            summary = "List policies, oldest first",
            description = "One at most is in force. Page by page.")
    public RestResponse<Page<PolicyView>> policies(@BeanParam PageRequest page) {
        return page.respond(
                "dunning-policies",
                policies.list(page.after("dunning-policies"), page.count()),
                policy -> policy,
                PolicyView::id);
    }

    @DELETE
    @Path("/dunning-policies")
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "stopDunning",
            summary = "Take the policy out of force",
            description = "From now on nobody is dunned, until there is a new policy.")
    @APIResponse(responseCode = "204", description = "None is in force")
    public void stop() {
        policies.retire();
    }

    @GET
    @Path("/dunning-cases")
    @Transactional
    @Operation(
            operationId = "listDunningCases",
            summary = "List payers in arrears, and those who were",
            description = "Each time with the steps taken. Page by page.")
    public RestResponse<Page<CaseView>> cases(
            @QueryParam("accountId")
                    @Parameter(description = "Only of this account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    @Nullable
                    UUID accountId,
            @QueryParam("status") @Parameter(description = "Only in this status", example = "OPEN")
                    DunningCase.@Nullable Status status,
            @BeanParam PageRequest page) {
        var found = cases.list(accountId, status, page.after("dunning-cases"), page.count());
        var taken = steps.of(found.stream().map(each -> each.id).toList());
        return page.respond(
                "dunning-cases",
                found,
                each -> CaseView.of(each, taken.getOrDefault(each.id, List.of())),
                each -> each.id);
    }
}
