package dev.rivulet.subscription.ledger;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What we owe customers. Every change posts to the ledger as well; the row of a balance stays locked until the
 * transaction ends, so that nothing is used twice. Whoever locks payers or invoices does so before.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CustomerBalances {

    private final Sql sql;
    private final Tenants tenants;
    private final Ledger ledger;

    CustomerBalances(Sql sql, Tenants tenants, Ledger ledger) {
        this.sql = sql;
        this.tenants = tenants;
        this.ledger = ledger;
    }

    /**
     * Money that goes to a customer's balance or comes from it.
     *
     * @param amount positive, in the account's currency
     * @param other where in the books it comes from or goes to
     */
    public record Movement(UUID accountId, Money amount, LedgerAccount other, Cause cause, LocalDate on) {}

    /** Adds to a customer's balance. */
    public void credit(UUID accountId, Money amount, LedgerAccount from, Cause cause, LocalDate on) {
        creditAll(List.of(new Movement(accountId, amount, from, cause, on)));
    }

    /** Takes from a customer's balance as much as there is, up to an amount; returns what was taken. */
    public Money use(UUID accountId, Money upTo, LedgerAccount to, Cause cause, LocalDate on) {
        return useAll(List.of(new Movement(accountId, upTo, to, cause, on))).getFirst();
    }

    /** Adds to the balances of many customers in one statement. */
    public void creditAll(List<Movement> credits) {
        var sums = new TreeMap<UUID, Money>();
        credits.forEach(credit -> sums.merge(credit.accountId(), credit.amount(), Money::plus));
        var changed = sql.update(
                "INSERT INTO customer_balance AS known (tenant_id, account_id, minor, currency)"
                        + " SELECT ?, credit.* FROM unnest(?::uuid[], ?::bigint[], ?::text[]) credit"
                        + " ON CONFLICT (tenant_id, account_id) DO UPDATE SET minor = known.minor + excluded.minor"
                        + " WHERE known.currency = excluded.currency",
                tenants.current(),
                Ledger.texts(List.copyOf(sums.keySet()), id -> id),
                sums.values().stream().map(Money::minor).toArray(Long[]::new),
                Ledger.texts(List.copyOf(sums.values()), Money::currency));
        if (changed != sums.size()) {
            throw new IllegalArgumentException("a credit in another currency than its balance");
        }
        ledger.post(credits.stream()
                .map(credit -> new Transfer(
                        credit.other(),
                        LedgerAccount.CUSTOMER_BALANCE,
                        credit.accountId(),
                        credit.amount(),
                        credit.cause(),
                        credit.on()))
                .toList());
    }

    /** Takes from the balances of many customers, in the order given; returns what was taken for each. */
    public List<Money> useAll(List<Movement> wanted) {
        var left = lock(wanted.stream().map(Movement::accountId).distinct().toList());
        var used = new ArrayList<Money>();
        var spent = new TreeMap<UUID, Money>();
        var transfers = new ArrayList<Transfer>();
        for (var movement : wanted) {
            var account = movement.accountId();
            var nothing = Money.zero(movement.amount().currency());
            var rest = left.getOrDefault(account, nothing);
            var part = rest.min(movement.amount());
            used.add(part);
            if (!part.isZero()) {
                left.put(account, rest.minus(part));
                spent.merge(account, part, Money::plus);
                transfers.add(new Transfer(
                        LedgerAccount.CUSTOMER_BALANCE,
                        movement.other(),
                        account,
                        part,
                        movement.cause(),
                        movement.on()));
            }
        }
        subtract(spent);
        ledger.post(transfers);
        return used;
    }

    /** What a customer has with us, as of the last commit or this transaction's own changes. */
    public Money of(UUID accountId, Currency currency) {
        var found = sql.query(
                "SELECT minor FROM customer_balance WHERE tenant_id = ? AND account_id = ?",
                row -> row.getLong(1),
                tenants.current(),
                accountId);
        return new Money(found.isEmpty() ? 0 : found.getFirst(), currency);
    }

    private Map<UUID, Money> lock(List<UUID> accounts) {
        var found = new HashMap<UUID, Money>();
        // In one order, so that two who lock several do not wait for each other.
        sql.query(
                "SELECT account_id, minor, currency FROM customer_balance WHERE tenant_id = ?"
                        + " AND account_id = ANY (?::uuid[]) ORDER BY account_id FOR UPDATE",
                row -> found.put(
                        row.getObject(1, UUID.class),
                        new Money(row.getLong(2), Currency.getInstance(row.getString(3)))),
                tenants.current(),
                Ledger.texts(accounts, id -> id));
        return found;
    }

    private void subtract(Map<UUID, Money> spent) {
        if (!spent.isEmpty()) {
            sql.update(
                    "UPDATE customer_balance SET minor = minor - spent.amount"
                            + " FROM unnest(?::uuid[], ?::bigint[]) spent (id, amount)"
                            + " WHERE tenant_id = ? AND account_id = spent.id",
                    Ledger.texts(List.copyOf(spent.keySet()), id -> id),
                    spent.values().stream().map(Money::minor).toArray(Long[]::new),
                    tenants.current());
        }
    }
}
