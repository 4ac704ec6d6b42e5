package dev.rivulet.catalog.product;

import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.catalog.product.domain.Gate;
import dev.rivulet.catalog.product.domain.GateState;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Keeps what speaks for a product before it is built; what is recorded stays as it was said. */
@ApplicationScoped
@Transactional
class Traction {

    private final Portfolio portfolio;
    private final InterviewRepository interviews;
    private final PreSaleRepository preSales;
    private final WaiverRepository waivers;
    private final TractionSettings settings;
    private final PastDays pastDays;
    private final SecurityIdentity user;
    private final TenantClock clock;

    Traction(
            Portfolio portfolio,
            InterviewRepository interviews,
            PreSaleRepository preSales,
            WaiverRepository waivers,
            TractionSettings settings,
            PastDays pastDays,
            SecurityIdentity user,
            TenantClock clock) {
        this.portfolio = portfolio;
        this.interviews = interviews;
        this.preSales = preSales;
        this.waivers = waivers;
        this.settings = settings;
        this.pastDays = pastDays;
        this.user = user;
        this.clock = clock;
    }

    Interview record(UUID product, InterviewRequest request) {
        var interview = new Interview();
        interview.productId = portfolio.get(product).id;
        interview.interviewee = request.interviewee();
        interview.function = request.function();
        interview.pain = request.pain();
        interview.heldOn = pastDays.begun(request.heldOn(), "/heldOn");
        interview.recordedBy = user.getPrincipal().getName();
        interview.recordedAt = clock.now();
        interviews.persistAndFlush(interview);
        return interview;
    }

    PreSale record(UUID product, PreSaleRequest request) {
        if (request.amount().isNegative() || request.amount().isZero()) {
            throw Rejected.invalid("amount-not-positive", "/amount/amount");
        }
        var sale = new PreSale();
        sale.productId = portfolio.get(product).id;
        sale.customer = request.customer();
        sale.amount = request.amount();
        sale.form = request.form();
        sale.agreedOn = pastDays.begun(request.agreedOn(), "/agreedOn");
        sale.recordedBy = user.getPrincipal().getName();
        sale.recordedAt = clock.now();
        preSales.persistAndFlush(sale);
        return sale;
    }

    Waiver sign(UUID product, WaiverRequest request) {
        var waiver = new Waiver();
        waiver.productId = portfolio.get(product).id;
        waiver.gate = request.gate();
        waiver.reason = request.reason();
        waiver.signedBy = user.getPrincipal().getName();
        waiver.signedAt = clock.now();
        try {
            waivers.persistAndFlush(waiver);
        } catch (ConstraintViolationException signed) {
            throw Rejected.conflict("gate-waived", request.gate());
        }
        return waiver;
    }

    List<Interview> interviews(UUID product, UUID after, int count) {
        return interviews.after(portfolio.get(product).id, after, count);
    }

    List<PreSale> preSales(UUID product, UUID after, int count) {
        return preSales.after(portfolio.get(product).id, after, count);
    }

    List<Waiver> waivers(UUID product, UUID after, int count) {
        return waivers.after(portfolio.get(product).id, after, count);
    }

    List<GateState> gates(UUID product) {
        var id = portfolio.get(product).id;
        return Arrays.stream(Gate.values()).map(gate -> at(gate, id)).toList();
    }

    GateState at(Gate gate, UUID product) {
        var waived = waivers.has(product, gate);
        return switch (gate) {
            case VALIDATION -> new GateState(gate, settings.interviews(), interviews.interviewees(product), waived);
            case ACTIVATION -> new GateState(gate, settings.preSales(), preSales.customers(product), waived);
        };
    }
}
