package dev.rivulet.success.renewal;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.renewal.domain.Anniversary;
import dev.rivulet.success.renewal.domain.Course;
import dev.rivulet.success.renewal.domain.Outcome;
import dev.rivulet.success.renewal.domain.Risk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a subscription comes up for renewal, local to the customer.
 *
 * @param start of the subscription
 * @param ends whether its end has been decided
 * @param years where its years begin; null unless it is paid by the year
 * @param mrr monthly recurring revenue, as last heard
 * @param seenOn when the risk was kept that is compared with the outcome; null while it was not
 * @param lookOn the day from which on there is something to do by the clock
 * @param outcome null while it is still to come
 */
record Renewal(
        UUID subscriptionId,
        UUID accountId,
        LocalDate dueOn,
        String planName,
        LocalDate start,
        boolean ends,
        @Nullable Anniversary years,
        Money mrr,
        @Nullable LocalDate seenOn,
        @Nullable Risk risk,
        @Nullable LocalDate lookOn,
        @Nullable Outcome outcome) {

    /** So many days before, the risk is kept, and the revenue that is up for renewal counts. */
    static final int NOTICE = 30;

    /** A renewal that becomes known later than this is not judged: nobody could have acted on it. */
    private static final int LATEST = 15;

    static final String COLUMNS =
            "subscription_id, account_id, due_on, plan_name, ends, anchor_first, anchor_day, minor,"
                    + " currency, seen_on, risk, look_on, outcome, start_on";

    static Renewal read(ResultSet row) throws SQLException {
        var first = row.getObject(6, LocalDate.class);
        var risk = row.getString(11);
        var outcome = row.getString(13);
        return new Renewal(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getObject(14, LocalDate.class),
                row.getBoolean(5),
                first == null ? null : new Anniversary(first, row.getInt(7)),
                new Money(row.getLong(8), Currency.getInstance(row.getString(9))),
                row.getObject(10, LocalDate.class),
                risk == null ? null : Risk.valueOf(risk),
                row.getObject(12, LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome));
    }

    /** One that nobody has looked at yet. */
    static Renewal of(
            UUID subscription,
            UUID account,
            LocalDate dueOn,
            String plan,
            LocalDate start,
            boolean ends,
            @Nullable Anniversary years,
            Money mrr) {
        return new Renewal(
                subscription, account, dueOn, plan, start, ends, years, mrr, null, null, dueOn.minusDays(NOTICE), null);
    }

    /** One that runs on comes up next on a day or after. */
    Renewal next(LocalDate from) {
        return of(
                subscriptionId,
                accountId,
                new Course(start, null, years).next(from).orElseThrow(),
                planName,
                start,
                false,
                years,
                mrr);
    }

    /** The same renewal, as far as it was seen before on another day that is not too far from this one's. */
    Renewal seenAs(Renewal before) {
        var seen = before.seenOn;
        if (seen == null || seen.isBefore(dueOn.minusDays(NOTICE)) || seen.isAfter(dueOn)) {
            return this;
        }
        return seen(seen, before.risk);
    }

    /** With the risk as it was shown on a day; nothing is to do any more until the renewal's day has passed. */
    Renewal seen(@Nullable LocalDate on, @Nullable Risk as) {
        return new Renewal(
                subscriptionId,
                accountId,
                dueOn,
                planName,
                start,
                ends,
                years,
                mrr,
                on,
                as,
                dueOn.plusDays(1),
                outcome);
    }

    /** Whether its risk is to be kept today. */
    boolean isToSee(LocalDate today) {
        return seenOn == null && !today.isBefore(dueOn.minusDays(NOTICE)) && !today.isAfter(dueOn.minusDays(LATEST));
    }

    /** Nothing to do until its day has passed. */
    Renewal waiting() {
        return seen(seenOn, risk);
    }
}
