package dev.rivulet.subscription.usage;

import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was out of the ordinary, in the order it was noticed. */
@Singleton
class UsageLog {

    private final Sql sql;

    UsageLog(Sql sql) {
        this.sql = sql;
    }

    List<UsageConflictView> conflicts(@Nullable UUID account, UUID after, int limit) {
        return page("usage_conflict", UsageConflictView::of, account, after, limit);
    }

    List<UsageCorrectionView> corrections(@Nullable UUID account, UUID after, int limit) {
        return page("usage_correction", UsageCorrectionView::of, account, after, limit);
    }

    private <T> List<T> page(String table, Sql.RowReader<T> reader, @Nullable UUID account, UUID after, int limit) {
        var rest = " id > ? ORDER BY id LIMIT " + limit;
        return account == null
                ? sql.query("SELECT * FROM " + table + " WHERE" + rest, reader, after)
                : sql.query("SELECT * FROM " + table + " WHERE account_id = ? AND" + rest, reader, account, after);
    }
}
