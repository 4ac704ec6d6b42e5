package dev.rivulet.subscription.lifecycle;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every decision on a subscription names beside its own terms; a {@code @BeanParam}. */
public record DecisionParameters(
        @PathParam("id") @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID id,

        @HeaderParam("If-Match")
        @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
        @Nullable
        String ifMatch,

        @QueryParam("dryRun") @Parameter(description = SubscriptionResource.DRY_RUN, example = "true") @Nullable
        Boolean dryRun) {}
