package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a rollout would bring about. */
@Path("/plan-rollout-previews")
@Tag(name = "Plan rollouts")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class RolloutPreviewResource {

    private static final String LIST = "plan-rollout-previews";

    private final RollingOut rolling;
    private final RolloutReach reach;
    private final RolloutPreviewing previewing;

    RolloutPreviewResource(RollingOut rolling, RolloutReach reach, RolloutPreviewing previewing) {
        this.rolling = rolling;
        this.reach = reach;
        this.previewing = previewing;
    }

    @GET
    @Operation(
            operationId = "previewPlanRollout",
            summary = "See what bringing a version to those who subscribed before would do",
            description = "A dry run of startPlanRollout, subscription by subscription: the very code carries it out"
                    + " and bills on until the new price is charged, and all of it is taken back. What one payer pays"
                    + " for comes to the version together, since it is on one invoice. 400 value-missing, 422"
                    + " plan-version-not-published or effective-date-range at the parameter; 409"
                    + " plan-rollout-exists.")
    @APIResponse(responseCode = "200", description = "Whom it concerns, oldest first")
    public RestResponse<Page<RolloutPreview>> preview(
            @QueryParam("planId")
                    @Parameter(description = "The plan", example = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
                    @Nullable
                    UUID planId,
            @QueryParam("planVersion")
                    @Parameter(description = "The version they are to come to", example = "2")
                    @Nullable
                    Integer planVersion,
            @QueryParam("from")
                    @Parameter(
                            description = "In each account's zone: with the first period that begins on the day or"
                                    + " later; left out: with the next period",
                            example = "2026-06-01")
                    @Nullable
                    LocalDate from,
            @BeanParam PageRequest page) {
        if (planId == null || planVersion == null) {
            throw Rejected.invalid("value-missing", planId == null ? "?planId" : "?planVersion");
        }
        var rollout = QuarkusTransaction.requiringNew().call(() -> rolling.possible(planId, planVersion, from));
        var concerned =
                QuarkusTransaction.requiringNew().call(() -> reach.concerned(rollout, page.after(LIST), page.count()));
        return page.respond(LIST, concerned, previewing.of(rollout), Function.identity());
    }
}
