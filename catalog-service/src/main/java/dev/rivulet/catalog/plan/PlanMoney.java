package dev.rivulet.catalog.plan;

import dev.rivulet.kit.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What of a published version is money that no price book changes.
 *
 * @param minimumCommitment the least that all components of a period come to; null for none
 * @param only the one currency in which the version can be sold, because amounts of its own are never converted; null
 *     where it has none besides its price
 */
public record PlanMoney(
        @Nullable Money minimumCommitment, @Nullable Currency only) {

    public static final PlanMoney NONE = new PlanMoney(null, null);

    /** From its commitment, its currency, and whether a phase has a price of its own. */
    static PlanMoney read(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString(2));
        var commitment = row.getObject(1, Long.class);
        return new PlanMoney(
                commitment == null ? null : new Money(commitment, currency),
                commitment != null || row.getBoolean(3) ? currency : null);
    }
}
