package dev.rivulet.subscription.commission;

import static java.util.stream.Collectors.toMap;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.InvoiceReversed;
import dev.rivulet.subscription.billing.InvoiceSettled;
import dev.rivulet.subscription.commission.CommissionEntry.Kind;
import dev.rivulet.subscription.commission.domain.Commission;
import dev.rivulet.subscription.commission.domain.Rule;
import dev.rivulet.subscription.commission.domain.Rule.Sale;
import dev.rivulet.subscription.deal.DealSubscriptions;
import dev.rivulet.subscription.deal.DealSubscriptions.Sold;
import dev.rivulet.subscription.partner.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Books what partners earn when their customers pay, and takes it back when the customers get their money back; always
 * part of somebody's transaction. An invoice is settled or reversed by one at a time, who holds its lock.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Commissions {

    private final CommissionEntryRepository entries;
    private final CommissionRules rules;
    private final DealSubscriptions sold;
    private final Partners partners;
    private final TenantClock clock;

    Commissions(
            CommissionEntryRepository entries,
            CommissionRules rules,
            DealSubscriptions sold,
            Partners partners,
            TenantClock clock) {
        this.entries = entries;
        this.rules = rules;
        this.sold = sold;
        this.partners = partners;
        this.clock = clock;
    }

    void onSettled(@Observes InvoiceSettled invoice) {
        var subscriptions = invoice.lines().stream()
                .map(InvoiceSettled.Line::subscriptionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var sales = new HashMap<>(sold.of(subscriptions));
        sales.values().removeIf(sale -> sale.partnerId() == null);
        if (sales.isEmpty()) {
            return;
        }
        var known = rules.holdingOn(invoice.paidOn());
        var lines = invoice.lines().stream().map(InvoiceSettled.Line::id).toList();
        var earned = entries.ofLines(invoice.invoiceId(), lines).stream()
                .collect(Collectors.groupingBy(entry -> entry.invoiceLineId));
        for (var line : invoice.lines()) {
            var sale = line.subscriptionId() == null ? null : sales.get(line.subscriptionId());
            if (sale == null) {
                continue;
            }
            if (earned.containsKey(line.id())) {
                reinstate(invoice, line, earned.get(line.id()));
                continue;
            }
            var partner = Objects.requireNonNull(sale.partnerId());
            Rule.choose(known, new Sale(partner, partners.tier(partner), sale.productId()), invoice.paidOn())
                    .ifPresent(rule -> Commission.of(rule, line.net(), line.periodStart(), sale.startedOn())
                            .ifPresent(commission -> accrue(invoice, line.id(), sale, rule, commission)));
        }
    }

    /** What was taken back when the money went is earned again when it has come again; told twice, a line earns once. */
    private void reinstate(InvoiceSettled invoice, InvoiceSettled.Line line, List<CommissionEntry> history) {
        var accrual = history.stream()
                .filter(entry -> entry.kind == Kind.ACCRUAL)
                .findFirst()
                .orElseThrow();
        var zero = Money.zero(accrual.amount.currency());
        var standing = history.stream().map(entry -> entry.amount).reduce(zero, Money::plus);
        var missing = Commission.share(line.net(), accrual.percent).minus(standing);
        if (missing.isZero()) {
            return;
        }
        var base = history.stream().map(CommissionEntry::base).reduce(zero, Money::plus);
        var entry = copy(accrual);
        entry.kind = Kind.REINSTATEMENT;
        entry.baseMinor = line.net().minus(base).minor();
        entry.amount = missing;
        entry.earnedOn = invoice.paidOn();
        entry.cause = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        entry.explanation = Explanation.reversal(
                accrual,
                "%s × %s %%, less %s standing"
                        .formatted(
                                line.net().decimal().toPlainString(),
                                Percents.plain(accrual.percent).toPlainString(),
                                standing.decimal().toPlainString()));
        entries.persist(entry);
    }

    void onReversed(@Observes InvoiceReversed reversal) {
        reverse(reversal);
    }

    /**
     * Takes back what was earned by what is given back. Of each line no more is taken back than it earned, and the
     * same cause does so once. What stands in a final statement stays there: the reversal stands in a later one.
     */
    public void reverse(InvoiceReversed reversal) {
        var givenBack = reversal.lines().stream().collect(toMap(InvoiceReversed.Line::id, InvoiceReversed.Line::net));
        var accruals = entries.lockAccruals(reversal.invoiceId(), givenBack.keySet());
        if (accruals.isEmpty()) {
            return;
        }
        var history = entries.ofLines(reversal.invoiceId(), givenBack.keySet());
        for (var accrual : accruals) {
            var sameLine = history.stream()
                    .filter(entry -> entry.invoiceLineId.equals(accrual.invoiceLineId))
                    .toList();
            if (sameLine.stream().anyMatch(entry -> entry.cause.equals(reversal.cause()))) {
                continue;
            }
            var now = Objects.requireNonNull(givenBack.get(accrual.invoiceLineId));
            var before = sameLine.stream()
                    .filter(entry -> entry.kind != Kind.ACCRUAL)
                    .map(CommissionEntry::base)
                    .reduce(now.minus(now), (sum, base) -> sum.minus(base));
            var standing = sameLine.stream().map(entry -> entry.amount).reduce(now.minus(now), (a, b) -> a.plus(b));
            var taken = Commission.reversal(accrual.base(), accrual.percent, standing, before.plus(now));
            if (!taken.isZero()) {
                var entry = copy(accrual);
                entry.kind = Kind.REVERSAL;
                entry.baseMinor = now.negate().minor();
                entry.amount = taken;
                entry.earnedOn = reversal.on();
                entry.cause = reversal.cause();
                entry.explanation = Explanation.reversal(
                        accrual,
                        "(%s − %s) × %s %%, less %s standing"
                                .formatted(
                                        accrual.base().decimal().toPlainString(),
                                        before.plus(now).decimal().toPlainString(),
                                        Percents.plain(accrual.percent).toPlainString(),
                                        standing.decimal().toPlainString()));
                entries.persist(entry);
            }
        }
    }

    private void accrue(InvoiceSettled invoice, UUID lineId, Sold sale, Rule rule, Commission commission) {
        var entry = new CommissionEntry();
        entry.kind = Kind.ACCRUAL;
        entry.partnerId = Objects.requireNonNull(sale.partnerId());
        entry.ruleId = rule.id();
        entry.invoiceId = invoice.invoiceId();
        entry.invoiceNumber = invoice.number();
        entry.invoiceLineId = lineId;
        entry.subscriptionId = sale.subscriptionId();
        entry.accountId = sale.accountId();
        entry.customerName = sale.customerName();
        entry.productId = sale.productId();
        entry.baseMinor = commission.base().minor();
        entry.percent = commission.percent();
        entry.amount = commission.amount();
        entry.earnedOn = invoice.paidOn();
        entry.cause = invoice.invoiceId();
        entry.explanation = Explanation.of(rule, commission);
        entry.recordedAt = clock.now();
        entries.persist(entry);
    }

    private CommissionEntry copy(CommissionEntry accrual) {
        var entry = new CommissionEntry();
        entry.partnerId = accrual.partnerId;
        entry.ruleId = accrual.ruleId;
        entry.invoiceId = accrual.invoiceId;
        entry.invoiceNumber = accrual.invoiceNumber;
        entry.invoiceLineId = accrual.invoiceLineId;
        entry.subscriptionId = accrual.subscriptionId;
        entry.accountId = accrual.accountId;
        entry.customerName = accrual.customerName;
        entry.productId = accrual.productId;
        entry.percent = accrual.percent;
        entry.recordedAt = clock.now();
        return entry;
    }
}
