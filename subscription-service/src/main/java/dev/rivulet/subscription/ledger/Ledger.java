package dev.rivulet.subscription.ledger;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Posts to the books, in the transaction that causes it: any number of transfers in one statement. What is posted
 * stays; a mistake is undone by its opposite.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Ledger {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    Ledger(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    public void post(List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return;
        }
        sql.update(
                "INSERT INTO ledger_transfer (tenant_id, recorded_at, id, debit, credit, account_id, amount_minor,"
                        + " currency, cause_kind, cause_id, posted_on)"
                        + " SELECT ?, ?, posted.* FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::bigint[],"
                        + " ?::text[], ?::text[], ?::uuid[], ?::date[]) posted",
                tenants.current(),
                Timestamp.from(clock.now()),
                texts(transfers, transfer -> UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                texts(transfers, Transfer::debit),
                texts(transfers, Transfer::credit),
                texts(transfers, Transfer::accountId),
                transfers.stream().map(transfer -> transfer.amount().minor()).toArray(Long[]::new),
                texts(transfers, transfer -> transfer.amount().currency()),
                texts(transfers, transfer -> transfer.cause().kind()),
                texts(transfers, transfer -> transfer.cause().id()),
                texts(transfers, Transfer::on));
    }

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> Objects.toString(column.apply(row), null))
                .toArray(String[]::new);
    }
}
