package dev.rivulet.subscription.offer;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What may be sold. */
@Path("/offers")
@Tag(name = "Offers", description = "What may be sold: published plans with the approved promises of their product")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class OfferResource {

    private final PlanRepository plans;
    private final PropositionRepository propositions;
    private final OfferPricing pricing;
    private final TenantClock clock;

    OfferResource(PlanRepository plans, PropositionRepository propositions, OfferPricing pricing, TenantClock clock) {
        this.plans = plans;
        this.propositions = propositions;
        this.pricing = pricing;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listOffers",
            summary = "List published plans",
            description = "The copy of the catalog kept here; it follows a publication within moments.")
    public RestResponse<Page<OfferView>> list(
            @QueryParam("productId")
                    @Parameter(
                            description = "Only plans of this product",
                            example = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
                    @Nullable
                    UUID productId,
            @BeanParam PageRequest page) {
        var found = plans.published(productId, page.after("offers"), page.count());
        var promises = propositions.approved(
                found.stream().map(plan -> plan.productId).distinct().toList());
        return page.respond(
                "offers",
                found,
                plan -> OfferView.of(plan, promises.getOrDefault(plan.productId, List.of()), null),
                plan -> plan.id);
    }

    @GET
    @Path("/{planId}")
    @Transactional
    @Operation(
            operationId = "getOffer",
            summary = "Read the offer of a plan",
            description = "With what it costs a buyer, component by component, and every price considered, by the rules"
                    + " of the catalog's quotes. 404 while the plan is unknown here or not published.")
    public OfferView get(
            @PathParam("planId") @Parameter(description = "The plan", example = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
                    UUID planId,
            @BeanParam OfferQuestion question) {
        var plan = plans.findByIdOptional(planId)
                .filter(OfferPlan::isPublished)
                .orElseThrow(() -> Rejected.notFound("offer", planId));
        return OfferView.of(
                plan,
                propositions.approved(List.of(plan.productId)).getOrDefault(plan.productId, List.of()),
                pricing(plan, question));
    }

    private @Nullable OfferPricingView pricing(OfferPlan plan, OfferQuestion question) {
        var buyer = question.buyer(plan.price.currency().getCurrencyCode());
        var quantity = question.bought();
        var day = question.day(clock.today(ZoneOffset.UTC));
        return pricing.price(plan.id, buyer, quantity, day)
                .map(priced -> OfferPricingView.of(priced, buyer.currency(), quantity, day))
                .orElse(null);
    }
}
