package dev.rivulet.subscription.imports;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.billing.OpeningInvoices;
import dev.rivulet.subscription.billing.OpeningInvoices.Debt;
import dev.rivulet.subscription.ledger.Cause;
import dev.rivulet.subscription.ledger.CustomerBalances;
import dev.rivulet.subscription.ledger.LedgerAccount;
import dev.rivulet.subscription.lifecycle.Importing;
import dev.rivulet.subscription.lifecycle.Importing.History;
import dev.rivulet.subscription.lifecycle.SubscriptionRequest;
import dev.rivulet.subscription.offer.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** What rows become here. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TakenThings {

    private final Importing importing;
    private final Offers offers;
    private final OpeningInvoices invoices;
    private final CustomerBalances balances;
    private final TenantClock clock;

    TakenThings(
            Importing importing,
            Offers offers,
            OpeningInvoices invoices,
            CustomerBalances balances,
            TenantClock clock) {
        this.importing = importing;
        this.offers = offers;
        this.invoices = invoices;
        this.balances = balances;
        this.clock = clock;
    }

    UUID subscription(SubscriptionRow row, UUID account, @Nullable UUID base) {
        var plan = plan(row);
        var request = new SubscriptionRequest(
                account,
                plan,
                proposition(row, plan),
                row.seats(),
                row.startDate(),
                row.anchor(),
                base,
                row.channel(),
                row.partnerTier());
        return importing.take(
                request,
                new History(row.planVersion(), chargedThrough(row), row.trialEnd(), row.endDate(), row.prices()));
    }

    UUID receivable(ReceivableRow row, Payer payer) {
        check(row.amount(), payer);
        if (row.dueOn().isBefore(row.issuedOn())) {
            throw Rejected.invalid("range-backwards", "/dueOn");
        }
        var today = clock.today(payer.zone());
        if (row.issuedOn().isAfter(today)) {
            throw Rejected.unprocessable("date-range", "/issuedOn", LocalDate.EPOCH, today);
        }
        var description = Objects.requireNonNullElse(row.description(), row.externalId());
        return invoices.take(payer, new Debt(row.amount(), row.issuedOn(), row.dueOn(), description));
    }

    UUID balance(BalanceRow row, Payer payer) {
        check(row.amount(), payer);
        if (!payer.id().equals(payer.payerId())) {
            throw Rejected.unprocessable("account-not-payer", "/account");
        }
        var id = Objects.requireNonNull(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        balances.credit(
                payer.id(),
                row.amount(),
                LedgerAccount.OPENING,
                new Cause(Cause.Kind.MIGRATION, id),
                clock.today(payer.zone()));
        return id;
    }

    private UUID plan(SubscriptionRow row) {
        if (row.planId() != null) {
            if (!offers.knows(row.planId())) {
                throw Rejected.unprocessable("plan-not-published", "/planId", row.planId());
            }
            return row.planId();
        }
        var key = row.planKey();
        if (key == null) {
            throw Rejected.invalid("value-missing", "/planId");
        }
        return offers.planOf(key).orElseThrow(() -> Rejected.unprocessable("plan-not-published", "/planKey", key));
    }

    private UUID proposition(SubscriptionRow row, UUID plan) {
        if (row.propositionId() != null) {
            return row.propositionId();
        }
        return offers.onlyProposition(plan)
                .orElseThrow(() -> Rejected.unprocessable("proposition-not-only", "/propositionId"));
    }

    /** Nothing was charged yet of what is in its trial, or is still to come. */
    private static LocalDate chargedThrough(SubscriptionRow row) {
        if (row.chargedThrough() != null) {
            return row.chargedThrough();
        }
        if (row.trialEnd() == null) {
            throw Rejected.invalid("value-missing", "/chargedThrough");
        }
        return row.trialEnd();
    }

    private static void check(Money amount, Payer payer) {
        if (amount.minor() <= 0) {
            throw Rejected.invalid("amount-not-positive", "/amount/amount");
        }
        if (!amount.currency().equals(payer.currency())) {
            throw Rejected.unprocessable("currency-mismatch", "/amount/currency", amount.currency(), payer.currency());
        }
    }
}
