package dev.rivulet.success.renewal;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.rest.Answer;
import dev.rivulet.success.renewal.domain.RiskPolicy;
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

/** What makes a renewal risky, by the tenant's decision. */
@Path("/renewal-policy")
@Tag(name = "Renewals", description = "What comes up for renewal, how likely it is to be kept, and how it came out")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class RenewalPolicyResource {

    private final RenewalPolicies policies;

    RenewalPolicyResource(RenewalPolicies policies) {
        this.policies = policies;
    }

    /** The usual thresholds until the tenant decides otherwise. */
    @GET
    @Operation(
            operationId = "getRenewalPolicy",
            summary = "What makes a renewal risky",
            description = "The usual thresholds until the tenant decides otherwise. The ETag is needed to change them.")
    public RestResponse<RenewalPolicyView> get() {
        return answer(policies.get());
    }

    /** Holds for the next request. */
    @PUT
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "decideRenewalPolicy",
            summary = "Decide what makes a renewal risky",
            description = "Holds from the next judgement on; risks that have been shown 30 days before stay as they"
                    + " were shown. The policy beside each risk names the version. 400 renewal-policy-range, 422"
                    + " renewal-policy-order.")
    public RestResponse<RenewalPolicyView> decide(
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull RenewalPolicyRequest policy) {
        return answer(policies.decide(ifMatch, policy.thresholds()));
    }

    private static RestResponse<RenewalPolicyView> answer(RiskPolicy policy) {
        return Answer.ok(RenewalPolicyView.of(policy), policy.version());
    }
}
