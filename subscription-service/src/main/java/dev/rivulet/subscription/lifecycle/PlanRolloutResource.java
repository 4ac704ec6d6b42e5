package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
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

/** How published versions of plans come to running subscriptions. */
@Path("/plan-rollouts")
@Tag(name = "Plan rollouts", description = "New versions of plans on their way to those who subscribed to older ones")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class PlanRolloutResource {

    private static final UUID END = new UUID(-1, -1);
    private static final String SELECT = "SELECT r.id, r.plan_id, r.plan_name, r.plan_version, r.policy, r.from_date,"
            + " r.published_at, r.gathered, p.* FROM plan_rollout r CROSS JOIN LATERAL (SELECT"
            + " count(*) FILTER (WHERE status = 'CHANGED'), count(*) FILTER (WHERE status = 'LEFT_OUT'),"
            + " count(*) FILTER (WHERE status = 'PENDING' AND failures > 0),"
            + " count(*) FILTER (WHERE status = 'PENDING' AND failures = 0) FROM plan_rollout_part"
            + " WHERE tenant_id = r.tenant_id AND rollout_id = r.id) p WHERE r.tenant_id = ?";

    private final Sql sql;
    private final Tenants tenants;
    private final RollingOut rolling;

    PlanRolloutResource(Sql sql, Tenants tenants, RollingOut rolling) {
        this.sql = sql;
        this.tenants = tenants;
        this.rolling = rolling;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.ADMIN})
    @Operation(
            operationId = "startPlanRollout",
            summary = "Bring a version to those who subscribed before",
            description = "Of a version that was published for new customers alone (NEW_ONLY);"
                    + " /plan-rollout-previews shows beforehand what would come of it. It is under way when this"
                    + " answers: subscriptions follow some at a time. 422 plan-version-not-published or"
                    + " effective-date-range at the field; 409 plan-rollout-exists.")
    @APIResponse(
            responseCode = "201",
            description = "It is under way",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanRolloutView.class)),
            headers =
                    @Header(name = "Location", description = "The rollout", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<PlanRolloutView> start(@Valid @NotNull PlanRolloutRequest request) {
        var id = rolling.begin(request);
        return Answer.created(get(id), "/plan-rollouts/" + id);
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listPlanRollouts",
            summary = "List versions on their way to running subscriptions, the latest first",
            description =
                    "Those whose policy is AT_RENEWAL or FROM. Each subscription gets a scheduled change of the kind"
                            + " PRICE_VERSION, priced for its own buyer; trial and phases do not begin again. One at rest pays"
                            + " the new price when it goes on; one whose end is decided keeps what it has.")
    public RestResponse<Page<PlanRolloutView>> list(@BeanParam PageRequest page) {
        var place = page.place("plan-rollouts");
        return page.respond(
                "plan-rollouts",
                sql.query(
                        SELECT + " AND r.id < ? ORDER BY r.id DESC LIMIT ?",
                        PlanRolloutView::read,
                        tenants.current(),
                        place == null ? END : place.id(),
                        page.count()),
                rollout -> rollout,
                PlanRolloutView::id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getPlanRollout",
            summary = "Read how far a version has come",
            description = "Counted as of the last subscription that was committed.")
    public PlanRolloutView get(
            @PathParam("id") @Parameter(description = "The rollout", example = "0197a3f7-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id) {
        return sql.query(SELECT + " AND r.id = ?", PlanRolloutView::read, tenants.current(), id).stream()
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("plan-rollout", id));
    }
}
