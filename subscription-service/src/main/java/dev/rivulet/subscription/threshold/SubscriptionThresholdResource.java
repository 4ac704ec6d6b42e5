package dev.rivulet.subscription.threshold;

import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** From how much usage on a subscription is asked for it at once. */
@Path("/subscriptions/{id}/usage-threshold")
@Tag(name = "Usage")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class SubscriptionThresholdResource {

    private static final String SUBSCRIPTION = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04";

    private final UsageThresholds thresholds;

    SubscriptionThresholdResource(UsageThresholds thresholds) {
        this.thresholds = thresholds;
    }

    @PUT
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "setSubscriptionUsageThreshold",
            summary = "Ask a subscription for usage at once from so much on",
            description =
                    "Whenever usage of a running period that was not asked for yet reaches the amount (without tax and"
                            + " discounts) or the quantity, it is invoiced at once, whatever the billing day, with what else"
                            + " is due; sums too small to collect wait as always. The end of the period asks for the rest:"
                            + " tiers go on where they were, and the period costs what it would have cost in one."
                            + " It goes before the account's. 400 value-missing or amount-not-positive, 422 currency-mismatch"
                            + " at the field.")
    @APIResponse(responseCode = "200", description = "It holds from now on")
    public UsageThresholdView set(
            @PathParam("id") @Parameter(description = "The subscription", example = SUBSCRIPTION) UUID id,
            @Valid @NotNull UsageThresholdRequest request) {
        return thresholds.putOfSubscription(id, request);
    }

    @GET
    @Operation(
            operationId = "getSubscriptionUsageThreshold",
            summary = "Read from how much usage on a subscription is asked for it",
            description = "404 where none is set for it.")
    public UsageThresholdView get(
            @PathParam("id") @Parameter(description = "The subscription", example = SUBSCRIPTION) UUID id) {
        return thresholds.ofSubscription(id);
    }

    @DELETE
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "removeSubscriptionUsageThreshold",
            summary = "Leave a subscription to its account's threshold",
            description = "The account's holds for it again, if there is one. Repeating it is harmless.")
    @APIResponse(responseCode = "204", description = "None is set for it")
    public void remove(@PathParam("id") @Parameter(description = "The subscription", example = SUBSCRIPTION) UUID id) {
        thresholds.removeOfSubscription(id);
    }
}
