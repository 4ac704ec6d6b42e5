package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.billing.ChargeView.WaitsFor;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.PayerTerms;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Charges with what follows from elsewhere: whether they are paid, what they wait for. */
@Singleton
class ChargeViews {

    private final InvoiceRepository invoices;
    private final Assembling assembling;
    private final TenantClock clock;

    ChargeViews(InvoiceRepository invoices, Assembling assembling, TenantClock clock) {
        this.invoices = invoices;
        this.assembling = assembling;
        this.clock = clock;
    }

    List<ChargeView> of(List<Charge> charges) {
        var paid = paid(charges);
        var terms = new HashMap<UUID, PayerTerms>();
        return charges.stream()
                .map(charge -> ChargeView.of(
                        charge,
                        charge.status == ChargeStatus.INVOICED
                                && charge.invoiceId != null
                                && paid.contains(charge.invoiceId),
                        waitsFor(charge, terms)))
                .toList();
    }

    private Set<UUID> paid(List<Charge> charges) {
        var named = charges.stream()
                .filter(charge -> charge.invoiceId != null)
                .map(charge -> charge.invoiceId)
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? Set.of()
                : new HashSet<>(invoices.list("id in ?1 and status = ?2", named, InvoiceStatus.PAID).stream()
                        .map(invoice -> invoice.id)
                        .toList());
    }

    private @Nullable WaitsFor waitsFor(Charge charge, Map<UUID, PayerTerms> known) {
        if (charge.status != ChargeStatus.PENDING) {
            return null;
        }
        var draftUntil = charge.creditOf == null ? null : invoices.draftUntil(charge.creditOf);
        if (draftUntil != null) {
            return new WaitsFor(WaitsFor.Cause.DRAFT, draftUntil, null);
        }
        var terms = known.computeIfAbsent(charge.payerId, payer -> assembling.termsOf(payer, clock.now()));
        return waitsFor(charge, terms, clock.today(terms.zone()));
    }

    private static WaitsFor waitsFor(Charge charge, PayerTerms terms, LocalDate today) {
        if (charge.carriedSince != null && terms.minimum() != null) {
            return new WaitsFor(
                    WaitsFor.Cause.BELOW_MINIMUM,
                    charge.carriedSince.plusDays(terms.minimum().ageCapDays()),
                    charge.carriedSince);
        }
        var next = terms.nextBillingDay(charge.dueOn);
        if (!next.isAfter(today)) {
            return new WaitsFor(WaitsFor.Cause.RUN, today, null);
        }
        var cause = charge.dueOn.isAfter(today) && terms.billingDay() == null
                ? WaitsFor.Cause.DUE_DAY
                : WaitsFor.Cause.BILLING_DAY;
        return new WaitsFor(cause, next, null);
    }
}
