package dev.rivulet.subscription.deal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.PersonErased;
import dev.rivulet.subscription.deal.domain.Pipeline;
import dev.rivulet.subscription.offer.Offers;
import dev.rivulet.subscription.partner.PartnerScope;
import dev.rivulet.subscription.registration.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens, changes and shows deals. */
@ApplicationScoped
@Transactional
class Deals {

    private final DealRepository deals;
    private final DealSubscriptions sold;
    private final DealFacts facts;
    private final Accounts accounts;
    private final Offers offers;
    private final Registrations registrations;
    private final PartnerScope scope;
    private final MergePatch mergePatch;
    private final TenantClock clock;

    Deals(
            DealRepository deals,
            DealSubscriptions sold,
            DealFacts facts,
            Accounts accounts,
            Offers offers,
            Registrations registrations,
            PartnerScope scope,
            MergePatch mergePatch,
            TenantClock clock) {
        this.deals = deals;
        this.sold = sold;
        this.facts = facts;
        this.accounts = accounts;
        this.offers = offers;
        this.registrations = registrations;
        this.scope = scope;
        this.mergePatch = mergePatch;
        this.clock = clock;
    }

    DealView open(DealRequest request) {
        var deal = new Deal();
        deal.expected = notNegative(request.expectedAmount());
        if (!offers.sells(request.productId())) {
            throw Rejected.unprocessable("product-not-offered", "/productId", request.productId());
        }
        deal.productId = request.productId();
        setCustomer(deal, request);
        setPartner(deal, request.registrationId());
        deal.segmentId = request.segmentId();
        deal.owner = request.owner() == null ? scope.caller() : request.owner();
        deal.expectedClose = request.expectedClose();
        setProposition(deal, request.propositionId());
        setLines(deal, request.lines() == null ? List.of() : request.lines());
        deal.openedAt = clock.now();
        deal.stageSince = deal.openedAt;
        if (!deals.addIfNew(deal)) {
            throw Rejected.conflict("registration-used", Objects.requireNonNull(request.registrationId()));
        }
        facts.opened(deal);
        return DealView.of(deal, List.of());
    }

    DealView change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var deal = deals.lock(id);
        Etag.require(ifMatch, deal.version);
        if (!deal.stage.isOpen()) {
            throw Rejected.conflict("deal-decided", deal.stage);
        }
        var changed = mergePatch.apply(deal.asChange(), patch);
        // A quote is for what was quoted: other lines or another currency need another.
        if (!changed.lines().equals(deal.lines)
                || !changed.expectedAmount().currency().equals(deal.expected.currency())) {
            deal.quoteId = null;
        }
        deal.segmentId = changed.segmentId();
        deal.owner = changed.owner();
        deal.expected = inAccountCurrency(deal.accountId, notNegative(changed.expectedAmount()));
        deal.expectedClose = changed.expectedClose();
        if (!Objects.equals(changed.propositionId(), deal.propositionId)) {
            setProposition(deal, changed.propositionId());
        }
        if (!changed.lines().equals(deal.lines)) {
            setLines(deal, changed.lines());
        }
        facts.changed(deal, List.of());
        return DealView.of(deal, List.of());
    }

    DealView get(UUID id) {
        var deal = visible(id);
        return DealView.of(deal, sold.byDeal(List.of(id)).getOrDefault(id, List.of()));
    }

    /** The deal, if the caller may know of it. */
    Deal visible(UUID id) {
        var deal = deals.get(id);
        if (scope.hides(deal.partnerId)) {
            throw Rejected.notFound("deal", id);
        }
        return deal;
    }

    List<Deal> list(DealFilter filter, DealOrder order, @Nullable Cursor place, int limit) {
        if (order.isByAmount() && filter.currency == null) {
            throw Rejected.invalid("sort-needs-currency", "?sort");
        }
        return deals.list(filter, scope.narrowed(filter.partnerId), order, place, limit);
    }

    Pipeline pipeline(DealFilter filter) {
        return Pipeline.of(deals.pipeline(filter, scope.narrowed(filter.partnerId)));
    }

    void forget(@Observes PersonErased person) {
        deals.forget(person.email());
    }

    private void setCustomer(Deal deal, DealRequest request) {
        var prospect = request.prospect();
        if ((request.accountId() == null) == (prospect == null)) {
            throw Rejected.invalid("customer-choice", "/accountId");
        }
        if (prospect != null) {
            deal.customerName = prospect.name().strip();
            deal.prospectContact = prospect.contact();
            deal.prospectEmail = prospect.email();
            deal.prospectZone = prospect.zone();
        } else {
            var account = Objects.requireNonNull(request.accountId());
            deal.customerName = accounts.name(account)
                    .orElseThrow(() -> Rejected.unprocessable("account-unknown", "/accountId", account));
            deal.accountId = account;
            inAccountCurrency(account, request.expectedAmount());
        }
    }

    /** A deal without a registration must not be one that a partner's approval protects. */
    private void setPartner(Deal deal, @Nullable UUID registrationId) {
        if (registrationId == null) {
            registrations.requireFree(deal.productId, deal.customerName);
            return;
        }
        var approved = registrations.approved(registrationId);
        if (!approved.productId().equals(deal.productId)) {
            throw Rejected.unprocessable("registration-other-product", "/registrationId", approved.productId());
        }
        deal.registrationId = approved.id();
        deal.partnerId = approved.partnerId();
    }

    private void setProposition(Deal deal, @Nullable UUID propositionId) {
        if (propositionId == null) {
            deal.propositionId = null;
            deal.propositionVersion = null;
            deal.benefit = null;
            return;
        }
        var proposition = offers.proposition(propositionId)
                .orElseThrow(() -> Rejected.unprocessable("proposition-not-approved", "/propositionId", propositionId));
        if (!proposition.productId().equals(deal.productId)) {
            throw Rejected.unprocessable("proposition-of-another-product", "/propositionId");
        }
        deal.propositionId = propositionId;
        deal.propositionVersion = proposition.version();
        deal.benefit = proposition.benefit();
    }

    private void setLines(Deal deal, List<DealLine> lines) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var pointer = "/lines/" + i + "/planId";
            var plan = offers.plan(line.planId())
                    .orElseThrow(() -> Rejected.unprocessable("plan-not-published", pointer, line.planId()));
            if (!plan.productId().equals(deal.productId)) {
                throw Rejected.unprocessable("plan-of-another-product", pointer);
            }
        }
        deal.lines = List.copyOf(lines);
    }

    private Money inAccountCurrency(@Nullable UUID accountId, Money amount) {
        var payer = accountId == null ? null : accounts.payer(accountId).orElse(null);
        if (payer != null && !payer.currency().equals(amount.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch", "/expectedAmount/currency", amount.currency(), payer.currency());
        }
        return amount;
    }

    private static Money notNegative(Money amount) {
        if (amount.isNegative()) {
            throw Rejected.invalid("amount-negative", "/expectedAmount/amount");
        }
        return amount;
    }
}
