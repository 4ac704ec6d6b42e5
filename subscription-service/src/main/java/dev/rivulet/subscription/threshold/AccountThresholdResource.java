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

/** From how much usage on an account's subscriptions are asked for it at once. */
@Path("/accounts/{id}/usage-threshold")
@Tag(name = "Usage")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class AccountThresholdResource {

    private static final String ACCOUNT = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03";

    private final UsageThresholds thresholds;

    AccountThresholdResource(UsageThresholds thresholds) {
        this.thresholds = thresholds;
    }

    @PUT
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "setAccountUsageThreshold",
            summary = "Ask an account for usage at once from so much on",
            description =
                    "Whenever usage of a running period that was not asked for yet reaches the amount (without tax and"
                            + " discounts) or the quantity, it is invoiced at once, whatever the billing day, with what else"
                            + " is due; sums too small to collect wait as always. The end of the period asks for the rest:"
                            + " tiers go on where they were, and the period costs what it would have cost in one."
                            + " It is for each of the account's subscriptions by itself. 400 value-missing or amount-not-positive, 422 currency-mismatch"
                            + " at the field.")
    @APIResponse(responseCode = "200", description = "It holds from now on")
    public UsageThresholdView set(
            @PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID id,
            @Valid @NotNull UsageThresholdRequest request) {
        return thresholds.putOfAccount(id, request);
    }

    @GET
    @Operation(
            operationId = "getAccountUsageThreshold",
            summary = "Read from how much usage on an account is asked for it",
            description = "404 where none is set for it.")
    public UsageThresholdView get(@PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID id) {
        return thresholds.ofAccount(id);
    }

    @DELETE
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "removeAccountUsageThreshold",
            summary = "Ask an account for usage with its periods only",
            description =
                    "What was asked for stays; thresholds of its subscriptions stay too. Repeating it is harmless.")
    @APIResponse(responseCode = "204", description = "None is set for it")
    public void remove(@PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID id) {
        thresholds.removeOfAccount(id);
    }
}
