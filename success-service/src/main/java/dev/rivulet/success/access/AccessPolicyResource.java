package dev.rivulet.success.access;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which customers success managers see. */
@Path("/access-policy")
@Tag(name = "Access", description = "Which customers success managers see")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class AccessPolicyResource {

    private final AccessPolicies policies;

    AccessPolicyResource(AccessPolicies policies) {
        this.policies = policies;
    }

    /** ALL until the tenant decides otherwise. */
    @GET
    @Operation(
            operationId = "getAccessPolicy",
            summary = "Which customers success managers see",
            description = "ALL until the tenant decides otherwise. The ETag is needed to change it.")
    public RestResponse<AccessPolicyView> get() {
        return answer(policies.get());
    }

    /** Holds for the next request. */
    @PUT
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "decideAccessPolicy",
            summary = "Decide which customers success managers see",
            description = "PORTFOLIO: whoever has the role success and no other sees only the customers and prospects"
                    + " they are the manager of; to them others do not exist. Figures over all customers (cohorts, NPS) stay those of the"
                    + " whole company and name only own ones; usage may be reported for any, as systems do it. Holds from"
                    + " the next request on.")
    public RestResponse<AccessPolicyView> decide(
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull AccessPolicyRequest policy) {
        return answer(policies.decide(ifMatch, policy));
    }

    private static RestResponse<AccessPolicyView> answer(AccessPolicyView policy) {
        return Answer.ok(policy, policy.version());
    }
}
