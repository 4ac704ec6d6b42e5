package dev.rivulet.subscription.billing;

import static dev.rivulet.subscription.billing.Columns.longs;
import static dev.rivulet.subscription.billing.Columns.texts;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.Bill.Final;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes invoices and credit notes, thousands in a statement. */
@Singleton
class InvoiceRows {

    private static final String INSERT =
            "INSERT INTO invoice (tenant_id, version, id, legal_entity, account_id, subscription_id, subtotal_minor,"
                    + " discount_minor, tax_minor, total_minor, to_balance_minor, currency, issue_date, due_date,"
                    + " period_start, period_end, finalize_on, below_minimum, replaces_id, number, status, paid_minor,"
                    + " balance_minor, last_paid_on)"
                    + " SELECT ?, 0, row.* FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[],"
                    + " ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::date[], ?::date[],"
                    + " ?::date[], ?::date[], ?::date[], ?::boolean[], ?::uuid[], ?::bigint[], ?::text[],"
                    + " ?::bigint[], ?::bigint[], ?::date[]) row";

    private final Sql sql;
    private final Tenants tenants;

    InvoiceRows(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    void insertDrafts(List<Bill> drafts) {
        if (!drafts.isEmpty()) {
            var none = new Object[] {
                texts(drafts, draft -> null),
                texts(drafts, draft -> "DRAFT"),
                longs(drafts, draft -> 0L),
                longs(drafts, draft -> 0L),
                texts(drafts, draft -> null)
            };
            insert(drafts, none);
        }
    }

    void insert(List<Final> invoices) {
        if (!invoices.isEmpty()) {
            insert(invoices.stream().map(Final::bill).toList(), payment(invoices));
        }
    }

    /** Makes drafts final; the caller has locked them. */
    void finalizeDrafts(List<Final> invoices) {
        if (invoices.isEmpty()) {
            return;
        }
        var payment = payment(invoices);
        sql.update(
                "UPDATE invoice i SET issue_date = row.issued, due_date = row.due, number = row.number,"
                        + " status = row.status, paid_minor = row.paid, balance_minor = row.balance,"
                        + " last_paid_on = row.paid_on, version = i.version + 1"
                        + " FROM unnest(?::uuid[], ?::date[], ?::date[], ?::bigint[], ?::text[], ?::bigint[],"
                        + " ?::bigint[], ?::date[]) row (id, issued, due, number, status, paid, balance, paid_on)"
                        + " WHERE i.tenant_id = ? AND i.id = row.id AND i.status = 'DRAFT'",
                texts(invoices, row -> row.bill().id()),
                texts(invoices, row -> row.bill().invoice().issueDate()),
                texts(invoices, row -> row.bill().invoice().dueDate()),
                payment[0],
                payment[1],
                payment[2],
                payment[3],
                payment[4],
                tenants.current());
    }

    void insertCreditNotes(List<Final> notes) {
        if (notes.isEmpty()) {
            return;
        }
        sql.update(
                "INSERT INTO credit_note (tenant_id, id, number, legal_entity, account_id, subtotal_minor,"
                        + " discount_minor, tax_minor, total_minor, currency, issue_date, invoice_id, reason,"
                        + " applied_minor)"
                        + " SELECT ?, row.* FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::bigint[],"
                        + " ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::date[], ?::uuid[], ?::text[],"
                        + " ?::bigint[]) row",
                tenants.current(),
                texts(notes, row -> row.bill().id()),
                longs(notes, Final::number),
                texts(notes, row -> row.bill().legalEntity()),
                texts(notes, row -> row.bill().payerId()),
                // A credit note says what it gives, so that its figures are positive where its lines are negative.
                longs(notes, row -> -row.bill().invoice().subtotal().minor()),
                longs(notes, row -> -row.bill().invoice().discount().minor()),
                longs(notes, row -> -row.bill().invoice().tax().minor()),
                longs(notes, row -> row.bill().invoice().toBalance().minor()),
                texts(notes, row -> row.bill().invoice().total().currency()),
                texts(notes, row -> row.bill().invoice().issueDate()),
                texts(notes, row -> row.bill().correctedInvoice()),
                texts(notes, row -> row.bill().correctionReason()),
                longs(notes, row -> row.bill().applied().minor()));
    }

    private void insert(List<Bill> bills, Object[] payment) {
        sql.update(
                INSERT,
                tenants.current(),
                texts(bills, Bill::id),
                texts(bills, Bill::legalEntity),
                texts(bills, Bill::payerId),
                texts(bills, Bill::subscriptionId),
                longs(bills, bill -> bill.invoice().subtotal().minor()),
                longs(bills, bill -> bill.invoice().discount().minor()),
                longs(bills, bill -> bill.invoice().tax().minor()),
                longs(bills, bill -> bill.invoice().total().minor()),
                longs(bills, bill -> bill.invoice().toBalance().minor()),
                texts(bills, bill -> bill.invoice().total().currency()),
                texts(bills, bill -> bill.invoice().issueDate()),
                texts(bills, bill -> bill.invoice().dueDate()),
                texts(bills, bill -> bill.invoice().period().start()),
                texts(bills, bill -> bill.invoice().period().end()),
                texts(bills, bill -> bill.invoice().finalizeOn()),
                texts(bills, bill -> bill.invoice().belowMinimum()),
                texts(bills, Bill::replaces),
                payment[0],
                payment[1],
                payment[2],
                payment[3],
                payment[4]);
    }

    /** Number, status, paid, paid from the balance, last paid on. */
    private static Object[] payment(List<Final> invoices) {
        return new Object[] {
            longs(invoices, Final::number),
            texts(invoices, Final::status),
            longs(invoices, row -> row.balanceUsed().minor()),
            longs(invoices, row -> row.balanceUsed().minor()),
            texts(invoices, row -> row.hasPayment() ? row.bill().invoice().issueDate() : null)
        };
    }
}
