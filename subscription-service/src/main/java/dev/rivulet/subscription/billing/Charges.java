package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.InvoicingChanged;
import dev.rivulet.subscription.account.PayerChanged;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.rating.domain.Period;
import dev.rivulet.subscription.tax.TaxRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Charges made and given up by hand. */
@ApplicationScoped
@Transactional
class Charges {

    private static final int YEARS_AHEAD = 2;

    private final Accounts accounts;
    private final TaxRates taxRates;
    private final PayerLocks locks;
    private final PayerWake wake;
    private final ChargeRows rows;
    private final ChargeRepository repository;
    private final ChargeViews views;
    private final TenantClock clock;
    private final Sql sql;
    private final Tenants tenants;

    Charges(
            Accounts accounts,
            TaxRates taxRates,
            PayerLocks locks,
            PayerWake wake,
            ChargeRows rows,
            ChargeRepository repository,
            ChargeViews views,
            TenantClock clock,
            Sql sql,
            Tenants tenants) {
        this.accounts = accounts;
        this.taxRates = taxRates;
        this.locks = locks;
        this.wake = wake;
        this.rows = rows;
        this.repository = repository;
        this.views = views;
        this.clock = clock;
        this.sql = sql;
        this.tenants = tenants;
    }

    ChargeView add(UUID accountId, ChargeRequest request) {
        var payer = accounts.payer(accountId).orElseThrow(() -> Rejected.notFound("account", accountId));
        if (request.amount().minor() <= 0) {
            throw Rejected.invalid("amount-not-positive", "/amount/amount");
        }
        if (!request.amount().currency().equals(payer.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch", "/amount/currency", request.amount().currency(), payer.currency());
        }
        if (request.taxCode() != null) {
            taxRates.requireCode(request.taxCode(), "/taxCode");
        }
        var today = clock.today(payer.zone());
        var dueOn = Objects.requireNonNullElse(request.dueOn(), today);
        if (dueOn.isBefore(today) || dueOn.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw Rejected.unprocessable("date-range", "/dueOn", today, today.plusYears(YEARS_AHEAD));
        }
        locks.lock(payer.payerId());
        var charge = oneOff(accountId, payer.payerId(), dueOn, request);
        rows.insert(List.of(ChargeRows.Placed.pending(charge)));
        wake.by(payer.payerId(), dueOn, payer.zone());
        return view(charge.id());
    }

    /** Gives a charge up, with what is to be given back of it: nobody gets back what nobody pays. */
    ChargeView forgive(UUID id, String reason) {
        var charge = repository.get(id);
        if (charge.amount.isNegative()) {
            throw Rejected.conflict("charge-is-credit");
        }
        locks.lock(charge.payerId);
        var changed = sql.update(
                "UPDATE charge SET status = 'FORGIVEN', note = ? WHERE tenant_id = ? AND id = ? AND status = 'PENDING'",
                reason,
                tenants.current(),
                id);
        if (changed == 0) {
            throw Rejected.conflict("charge-not-pending");
        }
        sql.update(
                "UPDATE charge SET status = 'FORGIVEN', note = ?"
                        + " WHERE tenant_id = ? AND credit_of = ? AND status = 'PENDING'",
                reason,
                tenants.current(),
                id);
        return view(id);
    }

    /** What is pending is the new payer's to pay; what is given back stays with who was asked for it. */
    void onPayerChanged(@Observes PayerChanged change) {
        Stream.of(change.from(), change.to()).sorted().forEach(locks::lock);
        sql.update(
                "UPDATE charge c SET payer_id = ? WHERE c.tenant_id = ? AND c.account_id = ? AND c.status = 'PENDING'"
                        + " AND NOT EXISTS (SELECT FROM charge o WHERE o.tenant_id = c.tenant_id AND o.id = c.credit_of"
                        + " AND o.status <> 'PENDING')",
                change.to(),
                tenants.current(),
                change.accountId());
        wake.now(change.to());
    }

    /** How the payer is invoiced has changed, so that what waits may not need to any more. */
    void onInvoicingChanged(@Observes InvoicingChanged change) {
        locks.lock(change.payerId());
        wake.now(change.payerId());
    }

    private ChargeView view(UUID id) {
        repository.getEntityManager().clear();
        return views.of(List.of(repository.get(id))).getFirst();
    }

    private static NewCharge oneOff(UUID accountId, UUID payerId, LocalDate dueOn, ChargeRequest request) {
        var id = InvoiceWriter.newId();
        var day = new Period(dueOn, dueOn.plusDays(1));
        return new NewCharge(
                id,
                payerId,
                accountId,
                null,
                "one-off",
                "ONE_OFF",
                id,
                null,
                day,
                day,
                BigDecimal.ONE,
                request.amount().decimal(),
                request.amount(),
                null,
                null,
                request.description(),
                request.taxCode(),
                explanation("one-off", request.amount()),
                dueOn,
                null,
                false);
    }

    /** As the explanations of rated charges are written: the price, all of it. */
    static String explanation(String code, Money amount) {
        return "{\"code\":\"" + code + "\",\"quantity\":\"1\",\"steps\":[{\"amount\":\""
                + amount.decimal().toPlainString()
                + "\"}],\"factor\":\"1\",\"days\":1,\"periodDays\":1,\"already\":{\"amount\":\""
                + Money.zero(amount.currency()).decimal().toPlainString()
                + "\",\"currency\":\""
                + amount.currency().getCurrencyCode()
                + "\"}}";
    }
}
