package dev.rivulet.subscription.payment;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.ledger.Cause;
import dev.rivulet.subscription.ledger.CustomerBalances;
import dev.rivulet.subscription.ledger.LedgerAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Grants customers money out of kindness; it pays for what is open at once, and the rest waits on the balance. */
@ApplicationScoped
@Transactional
class Crediting {

    private final Accounts accounts;
    private final Invoicing invoicing;
    private final CustomerBalances balances;
    private final Settling settling;
    private final TenantClock clock;
    private final Sql sql;
    private final Tenants tenants;

    Crediting(
            Accounts accounts,
            Invoicing invoicing,
            CustomerBalances balances,
            Settling settling,
            TenantClock clock,
            Sql sql,
            Tenants tenants) {
        this.accounts = accounts;
        this.invoicing = invoicing;
        this.balances = balances;
        this.settling = settling;
        this.clock = clock;
        this.sql = sql;
        this.tenants = tenants;
    }

    CreditView grant(UUID account, CreditRequest request) {
        var payer = accounts.look(account).orElseThrow(() -> Rejected.notFound("account", account));
        var amount = request.amount();
        if (amount.isNegative() || amount.isZero()) {
            throw Rejected.invalid("amount-not-positive", "/amount/amount");
        }
        if (!amount.currency().equals(payer.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch",
                    "/amount/currency",
                    amount.currency(),
                    payer.currency().getCurrencyCode());
        }
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var on = clock.today(payer.zone());
        invoicing.lockPayer(account);
        sql.update(
                "INSERT INTO goodwill_credit (tenant_id, id, account_id, amount_minor, currency, reason, granted_on,"
                        + " granted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                tenants.current(),
                id,
                account,
                amount.minor(),
                amount.currency().getCurrencyCode(),
                request.reason(),
                on,
                Timestamp.from(clock.now()));
        // Invoices are locked before the balance, by everybody.
        invoicing.openInvoices(account);
        balances.credit(account, amount, LedgerAccount.GOODWILL, new Cause(Cause.Kind.CREDIT, id), on);
        var used = settling.payFromBalance(account, payer.currency(), on);
        return new CreditView(id, account, amount, request.reason(), on, used, balances.of(account, payer.currency()));
    }
}
