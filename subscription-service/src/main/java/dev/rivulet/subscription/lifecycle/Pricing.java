package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.NoPrice;
import dev.rivulet.kit.price.terms.PriceModels;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.offer.Buyer;
import dev.rivulet.subscription.offer.OfferPricing;
import dev.rivulet.subscription.offer.Offers;
import dev.rivulet.subscription.offer.PlanPhase;
import dev.rivulet.subscription.offer.PlanVersion;
import dev.rivulet.subscription.offer.PricedComponent;
import dev.rivulet.subscription.offer.PricedPlan;
import dev.rivulet.subscription.rating.domain.Anchor;
import dev.rivulet.subscription.rating.domain.Component;
import dev.rivulet.subscription.rating.domain.Metered;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.PlanRef;
import dev.rivulet.subscription.rating.domain.PlanTerms;
import dev.rivulet.subscription.rating.domain.PlanTerms.Phase;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.terms.TermBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan costs a buyer on a day, ready to be pinned. */
@ApplicationScoped
class Pricing {

    private static final String BASE = "base";

    private final OfferPricing pricing;
    private final Offers offers;
    private final TermBook book;

    Pricing(OfferPricing pricing, Offers offers, TermBook book) {
        this.pricing = pricing;
        this.offers = offers;
        this.book = book;
    }

    /** A published plan at the prices that won. */
    record Pinned(UUID productId, @Nullable UUID addOnOf, PlanTerms terms) {

        /** The evergreen term, to be compared with others. */
        Term term(LocalDate from, long quantity) {
            return new Term(
                    from,
                    Mode.RUNNING,
                    terms.plan(),
                    terms.components(),
                    quantity,
                    Anchor.anniversary(terms.period(), from),
                    terms.currency(),
                    terms.minimumCommitment());
        }
    }

    Pinned plan(UUID planId, Buyer buyer, long seats, LocalDate day) {
        return pinned(
                pricing.price(planId, buyer, BigDecimal.valueOf(seats), day)
                        .orElseThrow(() -> Rejected.unprocessable("plan-not-published", "/planId", planId)),
                buyer);
    }

    /** One version of a plan, for those who have the plan already. */
    Pinned version(UUID planId, int version, Buyer buyer, long seats, LocalDate day) {
        return pinned(
                pricing.priceOf(planId, version, buyer, BigDecimal.valueOf(seats), day)
                        .orElseThrow(() -> Rejected.unprocessable("plan-not-published", "/planId", planId)),
                buyer);
    }

    /** What the plan of a term says for whoever begins with it, at the prices of the term and without a trial. */
    PlanTerms again(Term term) {
        var plan = term.plan();
        var version = offers.version(plan.id(), plan.version())
                .orElseThrow(() -> new IllegalStateException("version " + plan.version() + " of " + plan.id()));
        return new PlanTerms(
                plan,
                term.anchor().period(),
                term.currency(),
                term.components(),
                term.minimumCommitment(),
                0,
                phases(version),
                version.fixedTermPeriods());
    }

    private static Pinned pinned(PricedPlan plan, Buyer buyer) {
        var unpriced = plan.unpriced();
        if (unpriced != null && unpriced.reason() == NoPrice.NO_PRICE_IN_CURRENCY) {
            throw Rejected.unprocessable(
                    "currency-mismatch", "/planId", plan.version().price().currency(), buyer.currency());
        }
        if (unpriced != null) {
            throw Rejected.unprocessable(
                    "no-price", "/planId", unpriced.reason(), Objects.requireNonNullElse(unpriced.component(), BASE));
        }
        return new Pinned(plan.productId(), plan.addOnOf(), terms(plan, Currency.getInstance(buyer.currency())));
    }

    /** A price as text, so that it can be signed later as it is. */
    String pin(Pinned plan) {
        return book.write(plan);
    }

    /** The price that {@link #pin} wrote. */
    Pinned quoted(String pinned) {
        return book.read(pinned, Pinned.class);
    }

    private static PlanTerms terms(PricedPlan plan, Currency currency) {
        var version = plan.version();
        return new PlanTerms(
                new PlanRef(plan.planId(), version.number(), version.name(), plan.productId()),
                version.period(),
                currency,
                plan.components().stream()
                        .map(component -> component(component, version.name()))
                        .toList(),
                version.minimumCommitment(),
                version.trialDays(),
                phases(version),
                version.fixedTermPeriods());
    }

    private static List<Phase> phases(PlanVersion version) {
        return version.phases().stream().map(Pricing::phase).toList();
    }

    private static Component component(PricedComponent priced, String plan) {
        var minimum = priced.minimumCharge();
        return new Component(
                priced.key(),
                priced.key().equals(BASE) ? plan : plan + ", " + priced.key(),
                PriceModels.of(priced.terms()),
                priced.factor(),
                priced.timing(),
                priced.metric() == null ? null : new Metered(priced.metric(), String.valueOf(priced.aggregation())),
                // Books leave the minimum alone, but the factor is put on all that is charged.
                minimum == null || priced.factor().signum() == 0
                        ? minimum
                        : minimum.divide(priced.factor(), MathContext.DECIMAL128));
    }

    private static Phase phase(PlanPhase phase) {
        var months = Objects.requireNonNullElse(phase.months(), 0);
        var days = Objects.requireNonNullElse(phase.days(), 0);
        if (phase.price() != null) {
            return Phase.priced(
                    months, days, Map.of(BASE, new FlatPrice(phase.price().decimal())));
        }
        return Phase.discount(months, days, Objects.requireNonNullElse(phase.discountPercent(), BigDecimal.ZERO));
    }
}
