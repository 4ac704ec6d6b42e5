package dev.rivulet.subscription.ledger;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was posted. */
@ApplicationScoped
class TransferRepository {

    private static final String COLUMNS =
            "SELECT id, debit, credit, account_id, amount_minor, currency, cause_kind, cause_id, posted_on, recorded_at"
                    + " FROM ledger_transfer WHERE tenant_id = ? AND id > ?";

    private final Sql sql;
    private final Tenants tenants;

    TransferRepository(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    List<TransferView> list(@Nullable UUID account, @Nullable UUID cause, UUID after, int limit) {
        return sql.query(
                COLUMNS + " AND (?::uuid IS NULL OR account_id = ?) AND (?::uuid IS NULL OR cause_id = ?)"
                        + " ORDER BY id LIMIT ?",
                TransferRepository::read,
                tenants.current(),
                after,
                account,
                account,
                cause,
                cause,
                limit);
    }

    /** What changed a customer's balance. */
    List<TransferView> ofBalance(UUID account, UUID after, int limit) {
        return sql.query(
                COLUMNS + " AND account_id = ? AND 'CUSTOMER_BALANCE' IN (debit, credit) ORDER BY id LIMIT ?",
                TransferRepository::read,
                tenants.current(),
                after,
                account,
                limit);
    }

    /** Debits and credits of each account of the books in each currency, up to the end of a day. */
    List<TrialBalanceView.Entry> sums(LocalDate asOf) {
        return sql.query(
                "SELECT account, currency, sum(debited), sum(credited) FROM ledger_transfer,"
                        + " LATERAL (VALUES (debit, amount_minor, 0), (credit, 0, amount_minor))"
                        + " side (account, debited, credited)"
                        + " WHERE tenant_id = ? AND posted_on <= ? GROUP BY account, currency"
                        + " ORDER BY currency, account",
                row -> {
                    var currency = Currency.getInstance(row.getString(2));
                    return TrialBalanceView.Entry.of(
                            LedgerAccount.valueOf(row.getString(1)),
                            new Money(row.getLong(3), currency),
                            new Money(row.getLong(4), currency));
                },
                tenants.current(),
                asOf);
    }

    private static TransferView read(ResultSet row) throws SQLException {
        return new TransferView(
                row.getObject("id", UUID.class),
                LedgerAccount.valueOf(row.getString("debit")),
                LedgerAccount.valueOf(row.getString("credit")),
                row.getObject("account_id", UUID.class),
                new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
                Cause.Kind.valueOf(row.getString("cause_kind")),
                row.getObject("cause_id", UUID.class),
                row.getObject("posted_on", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant());
    }
}
