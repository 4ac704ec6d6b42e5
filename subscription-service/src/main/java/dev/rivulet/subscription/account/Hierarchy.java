package dev.rivulet.subscription.account;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which account stands below which, and who pays for whom. */
@Singleton
class Hierarchy {

    private final AccountRepository accounts;
    private final Sql sql;
    private final Tenants tenants;

    Hierarchy(AccountRepository accounts, Sql sql, Tenants tenants) {
        this.accounts = accounts;
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Places an account; returns those whose payer may be another now, the account first. */
    List<Account> place(Account account, @Nullable UUID parentId, boolean rollUp) {
        if (parentId == null && rollUp) {
            throw Rejected.unprocessable("roll-up-without-parent", "/rollUp");
        }
        if (parentId != null) {
            // Two moves at a time could each be fine and make a circle together.
            sql.hold("accounts");
            requireParent(account, parentId);
        }
        account.parentId = parentId;
        account.rollUp = rollUp;
        accounts.flush();
        return below(account.id);
    }

    /** Who pays for an account as it stands now. */
    UUID payerOf(Account account) {
        return account.rollUp && account.parentId != null
                ? accounts.get(account.parentId).payer()
                : account.id;
    }

    private void requireParent(Account account, UUID parentId) {
        var parent = accounts.findByIdOptional(parentId)
                .orElseThrow(() -> Rejected.unprocessable("account-unknown", "/parentId", parentId));
        if (!parent.currency.equals(account.currency)) {
            throw Rejected.unprocessable("currency-mismatch", "/parentId", account.currency, parent.currency);
        }
        var above = sql.query(
                "WITH RECURSIVE above AS ("
                        + " SELECT id, parent_id FROM account WHERE tenant_id = ? AND id = ?"
                        + " UNION SELECT a.id, a.parent_id FROM account a JOIN above ON a.id = above.parent_id"
                        + " WHERE a.tenant_id = ?) SELECT id FROM above",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                parentId,
                tenants.current());
        if (above.contains(account.id)) {
            throw Rejected.unprocessable("parent-cycle", "/parentId");
        }
    }

    /** The account and whatever is rolled up to it, nearest first. */
    private List<Account> below(UUID id) {
        return sql
                .query(
                        "WITH RECURSIVE below AS ("
                                + " SELECT id, 0 AS depth FROM account WHERE tenant_id = ? AND id = ?"
                                + " UNION ALL SELECT a.id, below.depth + 1 FROM account a"
                                + " JOIN below ON a.parent_id = below.id WHERE a.tenant_id = ? AND a.roll_up)"
                                + " SELECT id FROM below ORDER BY depth, id",
                        row -> row.getObject(1, UUID.class),
                        tenants.current(),
                        id,
                        tenants.current())
                .stream()
                .map(accounts::get)
                .toList();
    }
}
