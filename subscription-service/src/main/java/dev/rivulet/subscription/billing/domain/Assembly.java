package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.account.domain.Minimum;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Kind;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Line;
import dev.rivulet.subscription.coupon.domain.ActiveCoupon;
import dev.rivulet.subscription.rating.domain.Period;
import dev.rivulet.subscription.tax.domain.TaxRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes invoices of pending charges. Whatever of a payer is due by the last billing day goes on one invoice; sums too
 * small to collect are carried forward until their age cap.
 */
public final class Assembly {

    private static final Comparator<NewCharge> IN_ORDER = Comparator.comparing(NewCharge::dueOn)
            .thenComparing(charge -> charge.used().start())
            .thenComparing(NewCharge::accountId)
            .thenComparing(NewCharge::subscriptionId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(NewCharge::component)
            .thenComparing(NewCharge::id);

    private Assembly() {}

    /**
     * What becomes of the charges today.
     *
     * @param credited the invoiced charges that credits among the pending give back, by id
     * @param coupons in the order they were redeemed
     * @param balance what the customer has with us
     */
    public static Outcome assemble(
            PayerTerms terms,
            LocalDate today,
            List<NewCharge> pending,
            Map<UUID, Credited> credited,
            List<ActiveCoupon> coupons,
            Money balance) {
        if (pending.isEmpty()) {
            return new Outcome.Nothing();
        }
        var cutOff = terms.lastBillingDay(today);
        var due = pending.stream()
                .filter(charge -> !charge.dueOn().isAfter(cutOff))
                .sorted(IN_ORDER)
                .toList();
        if (due.isEmpty()) {
            return new Outcome.Wait(nextLook(terms, pending));
        }
        if (due.stream().allMatch(charge -> charge.amount().isZero())) {
            return new Outcome.Forgive(due, "zero");
        }
        var invoice = invoice(terms, today, due, credited, coupons, balance);
        var minimum = terms.minimum();
        // Nothing is collected where the balance pays, so that nothing can be too small.
        return minimum == null || invoice.due().isZero() || invoice.due().compareTo(minimum.amount()) >= 0
                ? new Outcome.Issue(invoice)
                : small(minimum, today, due, pending, invoice);
    }

    /** An invoice of exactly these charges, whatever the billing day and the minimum. */
    public static AssembledInvoice invoice(
            PayerTerms terms,
            LocalDate today,
            List<NewCharge> charges,
            Map<UUID, Credited> credited,
            List<ActiveCoupon> coupons,
            Money balance) {
        var ordered = charges.stream().sorted(IN_ORDER).toList();
        var discounts = Discounts.of(ordered, coupons, credited);
        var discounted = new ArrayList<Money>();
        var rates = new ArrayList<List<TaxRate>>();
        for (var i = 0; i < ordered.size(); i++) {
            var charge = ordered.get(i);
            discounted.add(charge.amount().minus(discounts.of(i)));
            // What was invoiced is given back at the taxes it bore, whatever the rates are today.
            var original = charge.creditOf() == null ? null : credited.get(charge.creditOf());
            rates.add(original == null ? terms.ratesOf(charge) : original.rates());
        }
        var taxes = givenBack(ordered, Taxes.of(discounted, rates), credited);
        var lines = new ArrayList<Line>();
        for (var i = 0; i < ordered.size(); i++) {
            lines.add(new Line(ordered.get(i), discounts.of(i), taxes.get(i)));
        }
        return document(terms, today, lines, discounts, balance);
    }

    /** The taxes, those of credits by what is left of the tax that was invoiced. */
    private static List<List<LineTax>> givenBack(
            List<NewCharge> charges, List<List<LineTax>> taxes, Map<UUID, Credited> invoiced) {
        var left = new HashMap<>(invoiced);
        var given = new ArrayList<>(taxes);
        for (var i = 0; i < charges.size(); i++) {
            var credit = charges.get(i);
            var original = credit.creditOf() == null ? null : left.get(credit.creditOf());
            if (original != null && credit.creditOf() != null && credit.amount().isNegative()) {
                given.set(i, original.taxesOf(credit.amount(), taxes.get(i)));
                left.put(credit.creditOf(), original.after(credit.amount(), given.get(i)));
            }
        }
        return given;
    }

    /** The first day on which one of the charges may be invoiced. */
    public static LocalDate nextLook(PayerTerms terms, List<NewCharge> pending) {
        return pending.stream()
                .map(NewCharge::dueOn)
                .min(Comparator.naturalOrder())
                .map(terms::nextBillingDay)
                .orElseThrow();
    }

    private static AssembledInvoice document(
            PayerTerms terms, LocalDate today, List<Line> lines, Discounts discounts, Money balance) {
        var zero = Money.zero(terms.currency());
        var subtotal = sum(lines, Line::net, zero);
        var discount = sum(lines, Line::discount, zero);
        var tax = sum(lines, Line::tax, zero);
        var sum = subtotal.minus(discount).plus(tax);
        // Where the discount was all there was, what is given back of it comes to nothing too.
        var creditsOnly = sum.minor() <= 0
                && lines.stream().noneMatch(line -> line.charge().amount().minor() > 0);
        var total = sum.isNegative() ? zero : sum;
        var finalOn = creditsOnly || terms.graceDays() == 0 ? null : today.plusDays(terms.graceDays());
        var issued = finalOn == null ? today : finalOn;
        return new AssembledInvoice(
                creditsOnly ? Kind.CREDIT_NOTE : Kind.INVOICE,
                issued,
                issued.plusDays(terms.paymentTermsDays()),
                finalOn,
                period(lines),
                lines,
                subtotal,
                discount,
                tax,
                total,
                sum.isNegative() ? sum.negate() : zero,
                balance.min(total),
                false,
                discounts.uses());
    }

    private static Outcome small(
            Minimum minimum,
            LocalDate today,
            List<NewCharge> charges,
            List<NewCharge> pending,
            AssembledInvoice invoice) {
        var since = charges.stream()
                .map(charge -> Objects.requireNonNullElse(charge.carriedSince(), today))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var capOn = since.plusDays(minimum.ageCapDays());
        if (today.isBefore(capOn)) {
            return new Outcome.CarryForward(charges, invoice.due(), minimum.amount(), capOn);
        }
        return switch (minimum.policy()) {
            case FORGIVE -> new Outcome.Forgive(withCredits(charges, pending), "below-minimum");
            case FORCE -> new Outcome.Issue(invoice);
            case COLLECT -> new Outcome.Issue(belowMinimum(invoice));
        };
    }

    /** What is to be given back of charges goes with them, even if it is due later: nobody pays them. */
    private static List<NewCharge> withCredits(List<NewCharge> charges, List<NewCharge> pending) {
        var forgiven = charges.stream().map(NewCharge::id).collect(Collectors.toSet());
        var credits = pending.stream()
                .filter(charge -> charge.creditOf() != null && forgiven.contains(charge.creditOf()))
                .filter(charge -> !forgiven.contains(charge.id()));
        return Stream.concat(charges.stream(), credits).toList();
    }

    private static AssembledInvoice belowMinimum(AssembledInvoice i) {
        return new AssembledInvoice(
                i.kind(),
                i.issueDate(),
                i.dueDate(),
                i.finalizeOn(),
                i.period(),
                i.lines(),
                i.subtotal(),
                i.discount(),
                i.tax(),
                i.total(),
                i.toBalance(),
                i.balanceUsed(),
                true,
                i.coupons());
    }

    private static Period period(List<Line> lines) {
        var start = lines.stream().map(line -> line.charge().used().start()).min(Comparator.naturalOrder());
        var end = lines.stream().map(line -> line.charge().used().end()).max(Comparator.naturalOrder());
        return new Period(start.orElseThrow(), end.orElseThrow());
    }

    private static Money sum(List<Line> lines, Function<Line, Money> part, Money zero) {
        return lines.stream().map(part).reduce(zero, Money::plus);
    }
}
