package dev.rivulet.subscription.terms;

import dev.rivulet.subscription.rating.domain.Anchor;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A term as it is stored, with the end of its timeline; the prices are told apart. */
public record TermRow(
        UUID subscription,
        LocalDate from,
        Mode mode,
        UUID priceSet,
        long quantity,
        LocalDate anchor,
        int day,
        UUID change,
        @Nullable LocalDate end,
        @Nullable LocalDate paidUntil) {

    /** Of a term {@code t} and its subscription {@code s}. */
    public static final String COLUMNS =
            "t.subscription_id, t.from_date, t.mode, t.price_set_id, t.quantity, t.anchor_first, t.anchor_day,"
                    + " t.change_id, s.end_date, s.paid_until";

    /** @param first where the {@link #COLUMNS} are in the row */
    public static TermRow read(ResultSet row, int first) throws SQLException {
        return new TermRow(
                row.getObject(first, UUID.class),
                row.getObject(first + 1, LocalDate.class),
                Mode.valueOf(row.getString(first + 2)),
                row.getObject(first + 3, UUID.class),
                row.getLong(first + 4),
                row.getObject(first + 5, LocalDate.class),
                row.getInt(first + 6),
                row.getObject(first + 7, UUID.class),
                row.getObject(first + 8, LocalDate.class),
                row.getObject(first + 9, LocalDate.class));
    }

    Term term(PriceSet set) {
        return new Term(
                from,
                mode,
                set.plan(),
                set.components(),
                quantity,
                new Anchor(set.period(), anchor, day),
                set.currency(),
                set.minimumCommitment());
    }
}
