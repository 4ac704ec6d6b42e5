package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.rating.domain.Charged;
import dev.rivulet.subscription.rating.domain.Edge;
import dev.rivulet.subscription.rating.domain.Period;
import dev.rivulet.subscription.rating.domain.PlanRef;
import dev.rivulet.subscription.rating.domain.Rating;
import dev.rivulet.subscription.rating.domain.Reason;
import dev.rivulet.subscription.rating.domain.Repair;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook.Kept;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to be charged and given back after the terms of a subscription changed. */
@Singleton
class Corrections {

    /** Another charge stands in the place of one, of any alias, that is void, as when its invoice was made anew. */
    static final String REPLACED =
            "%1$s.status = 'VOID' AND EXISTS (SELECT 1 FROM charge r WHERE r.tenant_id = %1$s.tenant_id"
                    + " AND r.subscription_id = %1$s.subscription_id AND r.component = %1$s.component"
                    + " AND r.reason = %1$s.reason AND r.period_start = %1$s.period_start AND r.cause = %1$s.cause"
                    + " AND r.status <> 'VOID')";

    /** What of a charge is written off with its invoice: nobody paid it, so that nobody gets it back. */
    static final String WRITTEN_OFF =
            "SELECT c.amount_minor - div(c.amount_minor::numeric * i.paid_minor, i.total_minor) FROM invoice i"
                    + " WHERE i.tenant_id = c.tenant_id AND i.id = c.invoice_id AND i.status = 'UNCOLLECTIBLE'"
                    + " AND i.total_minor > 0";

    /** Nor is what was to be given back for days that were void with it. */
    private static final String VOID_CREDIT =
            "SELECT 1 FROM charge v WHERE v.tenant_id = c.tenant_id AND v.credit_of = c.id AND v.reason = 'CREDIT'"
                    + " AND v.status = 'VOID' AND NOT (" + REPLACED.formatted("v") + ")";

    /** A credit that stands: what was forgiven with its charge is not given back, as the whole charge is given up. */
    private static final String STANDS = "k.status <> 'VOID' AND NOT (k.status = 'FORGIVEN' AND c.status = 'FORGIVEN')";

    /** What usage that came to cost less takes off another charge is not to be given back by itself. */
    private static final String ASKED = "CASE WHEN c.credit_of IS NULL THEN c.amount_minor ELSE 0 END";

    /** Void charges too: their days were settled with their invoice, and are not to be charged by whatever changes. */
    private static final String EXISTING =
            "SELECT c.id, c.component, c.description, c.reason, c.plan_id, c.plan_version,"
                    + " c.period_start, c.period_end, c.full_start, c.full_end, c.quantity, c.full_amount, " + ASKED
                    + ", c.currency, coalesce(-sum(k.amount_minor) FILTER (WHERE k.reason <> 'ADJUSTMENT'), 0),"
                    + " min(k.period_start) FILTER (WHERE k.reason = 'CREDIT'), c.explanation::json->>'ends',"
                    + " CASE WHEN c.status IN ('FORGIVEN', 'VOID') THEN " + ASKED
                    + " ELSE coalesce(-sum(k.amount_minor) FILTER (WHERE k.reason = 'ADJUSTMENT'), 0)"
                    + " + coalesce((" + WRITTEN_OFF + "), 0) END, EXISTS (" + VOID_CREDIT + "), c.payer_id"
                    + " FROM charge c LEFT JOIN charge k ON k.tenant_id = c.tenant_id AND k.credit_of = c.id"
                    + " AND " + STANDS
                    + " WHERE c.tenant_id = ? AND c.subscription_id = ? AND c.full_end > ?"
                    + " AND NOT (" + REPLACED.formatted("c") + ")"
                    + " AND c.reason IN ('RECURRING', 'USAGE', 'USAGE_SO_FAR', 'USAGE_ADJUSTMENT', 'TRUE_UP',"
                    + " 'COMMITMENT_TRUE_UP')"
                    + " GROUP BY c.tenant_id, c.id ORDER BY c.due_on, c.id";

    private final Sql sql;
    private final Tenants tenants;
    private final SpanPricing pricing;
    private final ChargeText text;

    Corrections(Sql sql, Tenants tenants, SpanPricing pricing, ChargeText text) {
        this.sql = sql;
        this.tenants = tenants;
        this.pricing = pricing;
        this.text = text;
    }

    /**
     * The charges and credits of a change, none of them in the ledger yet.
     *
     * @param credited the timeline by which is reckoned what is given back
     * @param since a day before which nothing changed
     * @param through the last day whose spans are charged: today, or an end tomorrow whose last day is charged at once,
     *     and not before the day up to which the cursor was moved already
     * @param change names the cause
     */
    List<NewCharge> of(
            Cursor cursor,
            Kept kept,
            Timeline credited,
            LocalDate since,
            LocalDate through,
            LocalDate today,
            UUID change) {
        var payers = new HashMap<UUID, UUID>();
        var existing = sql
                .query(EXISTING, row -> read(row, since, payers), tenants.current(), cursor.subscriptionId(), since)
                .stream()
                .filter(charge -> isComparable(charge, kept.timeline()))
                .toList();
        var wanted = Repair.corrections(kept.timeline(), existing, since, cursor.billedThrough(), through);
        // What terms to come will not use is given back when they are charged, not when they are decided on.
        var begun = credited.begunBy(through);
        var credits = begun.equals(kept.timeline())
                ? wanted.credits()
                : Repair.corrections(begun, existing, since, cursor.billedThrough(), through)
                        .credits();
        var charges = new ArrayList<NewCharge>();
        for (var credit : credits) {
            // It is given back to who was asked for it, whoever pays by now.
            charges.add(text.of(cursor, credit.charge(), change, credit.of())
                    .payedBy(Objects.requireNonNull(payers.get(credit.of()))));
        }
        var missing = pricing.price(
                List.of(cursor),
                Map.of(cursor.subscriptionId(), wanted.missing()),
                Map.of(cursor.subscriptionId(), kept));
        for (var charge : missing.getOrDefault(cursor.subscriptionId(), List.of())) {
            // Who changes back on one day is charged anew for days that were charged and given back before.
            var caused = charge.causedBy(change);
            charges.add(caused);
            wanted.forgone(caused.component(), caused.used())
                    .ifPresent(amount -> charges.add(CreditNotes.credit(change, caused, amount)));
        }
        return charges.stream().map(charge -> charge.dueBy(today)).toList();
    }

    /** The same when terms that were decided on earlier begin on a day, or have begun since nobody looked. */
    List<NewCharge> begun(Cursor cursor, Kept kept, LocalDate day, LocalDate today) {
        var term = kept.timeline().termAt(day);
        if (term == null) {
            throw new IllegalArgumentException("no term begins on " + day);
        }
        return of(cursor, kept, kept.timeline(), day, today, today, kept.cause(term));
    }

    /** The same when nothing changed, but what may be given back has: of what has been charged since a day. */
    List<NewCharge> since(Cursor cursor, Kept kept, LocalDate day, LocalDate today, UUID cause) {
        var through = Objects.requireNonNullElse(cursor.billedThrough(), today);
        return of(cursor, kept, kept.timeline(), day, through, today, cause);
    }

    /** The first day that is not charged for; what was given back is not. */
    Optional<LocalDate> chargedUntil(UUID subscription) {
        return sql.query(
                        "SELECT max(least(c.period_end, (SELECT min(k.period_start) FROM charge k"
                                + " WHERE k.tenant_id = c.tenant_id AND k.credit_of = c.id AND k.reason = 'CREDIT'"
                                + " AND " + STANDS + "))) FROM charge c WHERE c.tenant_id = ?"
                                + " AND c.subscription_id = ? AND c.reason = 'RECURRING' AND c.status <> 'VOID'"
                                + " AND c.amount_minor > 0",
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)),
                        tenants.current(),
                        subscription)
                .getFirst();
    }

    /** What was charged of usage before its days are over is taken off at their end, whatever is given back till then. */
    private static boolean isComparable(Charged charge, Timeline timeline) {
        return charge.reason() != Reason.USAGE_SO_FAR
                || !Rating.hasUsageFrom(
                        timeline, charge.component(), charge.used().start());
    }

    private static Charged read(ResultSet row, LocalDate since, Map<UUID, UUID> payers) throws SQLException {
        payers.put(row.getObject(1, UUID.class), row.getObject(20, UUID.class));
        var currency = Currency.getInstance(row.getString(14));
        var plan = row.getObject(5, UUID.class);
        return new Charged(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Reason.valueOf(row.getString(4)),
                plan(plan, row.getInt(6)),
                new Period(row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class)),
                new Period(row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class)),
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                new Money(row.getLong(13), currency),
                new Money(row.getLong(15), currency),
                new Money(row.getLong(18), currency),
                row.getObject(16, LocalDate.class),
                row.getBoolean(19) ? since : null,
                row.getString(17) == null ? null : Edge.valueOf(row.getString(17)));
    }

    private static @Nullable PlanRef plan(@Nullable UUID id, int version) {
        return id == null ? null : new PlanRef(id, version, "", null);
    }
}
