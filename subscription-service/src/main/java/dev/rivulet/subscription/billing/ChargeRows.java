package dev.rivulet.subscription.billing;

import static dev.rivulet.subscription.billing.Columns.longs;
import static dev.rivulet.subscription.billing.Columns.texts;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Line;
import dev.rivulet.subscription.billing.domain.LineTax;
import dev.rivulet.subscription.billing.domain.NewCharge;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes charges, thousands in a statement. */
@Singleton
class ChargeRows {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    ChargeRows(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A charge where it belongs now. */
    record Placed(
            NewCharge charge,
            ChargeStatus status,
            @Nullable LocalDate carriedSince,
            @Nullable String note,
            @Nullable UUID invoiceId,
            @Nullable UUID creditNoteId,
            @Nullable Integer position,
            Money discount,
            List<LineTax> taxes) {

        static Placed pending(NewCharge charge) {
            return carried(charge, charge.carriedSince());
        }

        static Placed carried(NewCharge charge, @Nullable LocalDate since) {
            return open(charge, ChargeStatus.PENDING, since, null);
        }

        static Placed forgiven(NewCharge charge, String reason) {
            return open(charge, ChargeStatus.FORGIVEN, charge.carriedSince(), reason);
        }

        static Placed line(Line line, int position, Bill bill) {
            return new Placed(
                    line.charge(),
                    ChargeStatus.INVOICED,
                    line.charge().carriedSince(),
                    null,
                    bill.isInvoice() ? bill.id() : null,
                    bill.isInvoice() ? null : bill.id(),
                    position,
                    line.discount(),
                    line.taxes());
        }

        private static Placed open(
                NewCharge charge, ChargeStatus status, @Nullable LocalDate since, @Nullable String note) {
            var zero = Money.zero(charge.amount().currency());
            return new Placed(charge, status, since, note, null, null, null, zero, List.of());
        }

        long taxMinor() {
            return LineTax.sum(taxes, discount.currency()).minor();
        }

        /** Of all its taxes together. */
        @Nullable
        String taxPercent() {
            return taxes.isEmpty()
                    ? null
                    : taxes.stream()
                            .map(tax -> tax.rate().percent())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .toPlainString();
        }
    }

    void insert(List<Placed> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                "INSERT INTO charge (tenant_id, created_at, id, payer_id, account_id, subscription_id, component, reason,"
                        + " cause, credit_of, period_start, period_end, full_start, full_end, quantity, full_amount,"
                        + " amount_minor, currency, plan_id, plan_version, description, tax_code, explanation, due_on,"
                        + " status, carried_since, note, invoice_id, credit_note_id, position, discount_minor,"
                        + " tax_minor, tax_percent, tax_inclusive, taxes)"
                        + " SELECT ?, ?, row.* FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[],"
                        + " ?::text[], ?::uuid[], ?::uuid[], ?::date[], ?::date[], ?::date[], ?::date[], ?::numeric[],"
                        + " ?::numeric[], ?::bigint[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::text[],"
                        + " ?::text[], ?::date[], ?::text[], ?::date[], ?::text[], ?::uuid[], ?::uuid[], ?::int[],"
                        + " ?::bigint[], ?::bigint[], ?::numeric[], ?::boolean[], ?::text[]) row",
                tenants.current(),
                Timestamp.from(clock.now()),
                texts(rows, row -> row.charge().id()),
                texts(rows, row -> row.charge().payerId()),
                texts(rows, row -> row.charge().accountId()),
                texts(rows, row -> row.charge().subscriptionId()),
                texts(rows, row -> row.charge().component()),
                texts(rows, row -> row.charge().reason()),
                texts(rows, row -> row.charge().cause()),
                texts(rows, row -> row.charge().creditOf()),
                texts(rows, row -> row.charge().used().start()),
                texts(rows, row -> row.charge().used().end()),
                texts(rows, row -> row.charge().full().start()),
                texts(rows, row -> row.charge().full().end()),
                texts(rows, row -> row.charge().quantity().toPlainString()),
                texts(rows, row -> row.charge().fullAmount().toPlainString()),
                longs(rows, row -> row.charge().amount().minor()),
                texts(rows, row -> row.charge().amount().currency()),
                texts(rows, row -> row.charge().planId()),
                texts(rows, row -> row.charge().planVersion()),
                texts(rows, row -> row.charge().description()),
                texts(rows, row -> row.charge().taxCode()),
                texts(rows, row -> row.charge().explanation()),
                texts(rows, row -> row.charge().dueOn()),
                texts(rows, Placed::status),
                texts(rows, Placed::carriedSince),
                texts(rows, Placed::note),
                texts(rows, Placed::invoiceId),
                texts(rows, Placed::creditNoteId),
                texts(rows, Placed::position),
                longs(rows, row -> row.discount().minor()),
                longs(rows, Placed::taxMinor),
                texts(rows, Placed::taxPercent),
                texts(rows, row -> LineTax.areContained(row.taxes())),
                texts(rows, row -> WrittenTaxes.write(row.taxes())));
    }

    /** Places charges that are in the ledger already; only pending ones can be. */
    void update(List<Placed> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var changed = sql.update(
                "UPDATE charge c SET status = row.status, carried_since = row.carried_since, note = row.note,"
                        + " invoice_id = row.invoice_id, credit_note_id = row.credit_note_id, position = row.position,"
                        + " discount_minor = row.discount, tax_minor = row.tax, tax_percent = row.percent,"
                        + " tax_inclusive = row.inclusive, taxes = row.taxes"
                        + " FROM unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::uuid[], ?::uuid[], ?::int[],"
                        + " ?::bigint[], ?::bigint[], ?::numeric[], ?::boolean[], ?::text[]) row (id, status,"
                        + " carried_since, note, invoice_id, credit_note_id, position, discount, tax, percent,"
                        + " inclusive, taxes)"
                        + " WHERE c.tenant_id = ? AND c.id = row.id AND c.status = 'PENDING'",
                texts(rows, row -> row.charge().id()),
                texts(rows, Placed::status),
                texts(rows, Placed::carriedSince),
                texts(rows, Placed::note),
                texts(rows, Placed::invoiceId),
                texts(rows, Placed::creditNoteId),
                texts(rows, Placed::position),
                longs(rows, row -> row.discount().minor()),
                longs(rows, Placed::taxMinor),
                texts(rows, Placed::taxPercent),
                texts(rows, row -> LineTax.areContained(row.taxes())),
                texts(rows, row -> WrittenTaxes.write(row.taxes())),
                tenants.current());
        if (changed != rows.size()) {
            throw new IllegalStateException((rows.size() - changed) + " charges are not pending any more");
        }
    }
}
