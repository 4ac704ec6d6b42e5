package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What could not be billed. */
@Path("/billing-incidents")
@Tag(name = "Billing runs")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class IncidentResource {

    private final Incidents incidents;
    private final Proposals proposals;
    private final BillingCursors cursors;
    private final PayerLocks locks;
    private final TenantClock clock;
    private final Event<IncidentRetried> retries;
    private final SecurityIdentity identity;

    IncidentResource(
            Incidents incidents,
            Proposals proposals,
            BillingCursors cursors,
            PayerLocks locks,
            TenantClock clock,
            Event<IncidentRetried> retries,
            SecurityIdentity identity) {
        this.incidents = incidents;
        this.proposals = proposals;
        this.cursors = cursors;
        this.locks = locks;
        this.clock = clock;
        this.retries = retries;
        this.identity = identity;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listBillingIncidents",
            summary = "List what could not be billed, oldest first",
            description = "Tried again by itself, later each time, an hour apart at most; closed when it works.")
    public RestResponse<Page<IncidentView>> list(
            @QueryParam("open") @Parameter(description = "Only what still waits", example = "true") @Nullable
                    Boolean open,
            @BeanParam PageRequest page) {
        return page.respond(
                "billing-incidents",
                incidents.list(Boolean.TRUE.equals(open), page.after("billing-incidents"), page.count()),
                incident -> incident,
                IncidentView::id);
    }

    @POST
    @Path("/{id}/retries")
    @Transactional
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "retryBillingIncident",
            summary = "Have it tried again at once",
            description = "The next pass takes it up, within seconds. 404 when there is no such open incident.")
    @APIResponse(responseCode = "200", description = "It will be tried")
    public IncidentView retry(
            @PathParam("id") @Parameter(description = "The incident", example = "0197a3f5-1e4f-4b11-8e85-9c4c3f9e0d04")
                    UUID id) {
        var incident = open(id);
        tryAgain(incident);
        return incident;
    }

    private void tryAgain(IncidentView incident) {
        locks.wake(incident.payerId(), clock.now());
        cursors.retry(incident.payerId());
        retries.fire(new IncidentRetried(incident.subscriptionId(), incident.code()));
    }

    private IncidentView open(UUID id) {
        return incidents.open(id).orElseThrow(() -> Rejected.notFound("billing-incident", id));
    }

    @GET
    @Path("/{id}/proposal")
    @Transactional
    @Operation(
            operationId = "proposeBilling",
            summary = "Show what would be charged",
            description =
                    "What the run would add to what is charged already, however many lines that is, of each subscription"
                            + " that the incident holds up, in the currency of its plan. Writes nothing. 404 when there is no"
                            + " such open incident.")
    @APIResponse(responseCode = "200", description = "Charges that are due, or the fault that keeps them back")
    public ProposalView propose(
            @PathParam("id") @Parameter(description = "The incident", example = "0197a3f5-1e4f-4b11-8e85-9c4c3f9e0d04")
                    UUID id) {
        return proposals.of(open(id));
    }

    @POST
    @Path("/{id}/acceptances")
    @Transactional
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "acceptManyLines",
            summary = "Let so many lines pass",
            description =
                    "For an incident `too-many-lines` whose proposal is right: it is charged at once, unless it has"
                            + " grown beyond what is accepted. 409 `nothing-to-accept` for any other code; 404 when there"
                            + " is no such open incident.")
    @APIResponse(responseCode = "200", description = "It will be charged")
    public IncidentView accept(
            @PathParam("id") @Parameter(description = "The incident", example = "0197a3f5-1e4f-4b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @Valid @NotNull AcceptanceRequest request) {
        var incident = open(id);
        if (!incident.code().equals(Incidents.TOO_MANY_LINES)) {
            throw Rejected.conflict("nothing-to-accept", incident.code());
        }
        incidents.accept(id, request.lines(), identity.getPrincipal().getName());
        tryAgain(incident);
        return open(id);
    }
}
