package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.account.Accounts.Named;
import dev.rivulet.subscription.account.LegalEntity;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.TaxTotal;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice in the words of a language, as its template shows it. */
@TemplateData
@TemplateData(target = LegalEntity.class)
@TemplateData(target = Named.class)
record InvoiceDocument(
        Invoice invoice,
        List<Charge> charges,
        LegalEntity seller,
        Named buyer,
        Map<UUID, String> accountNames,
        @Nullable String replaces,
        DocumentTexts texts) {

    /** A line as it is shown. */
    @TemplateData
    record ShownLine(
            int position,
            String description,
            @Nullable String account,
            @Nullable String note,
            String period,
            String quantity,
            String amount,
            String discount,
            String tax) {}

    /** A sum as it is shown. */
    @TemplateData
    record ShownTotal(String label, String amount, boolean strong) {}

    public String language() {
        return texts.locale().getLanguage();
    }

    public String title() {
        return invoice.number == null ? text("draft") : texts.of("invoice", String.valueOf(number()));
    }

    @Nullable
    public String number() {
        return invoice.numberText();
    }

    public String text(String key) {
        return texts.of(key);
    }

    public String issued() {
        return day(invoice.issueDate);
    }

    public String dueBy() {
        return day(invoice.dueDate);
    }

    @Nullable
    public String banner() {
        return switch (invoice.status) {
            case DRAFT -> text("draft-banner");
            case VOID -> text("void");
            case FINALIZED, PARTIALLY_PAID, PAID, UNCOLLECTIBLE -> null;
        };
    }

    public List<ShownLine> lines() {
        var shown = new ArrayList<ShownLine>();
        for (var charge : charges) {
            shown.add(new ShownLine(
                    charge.position == null ? 0 : charge.position,
                    charge.description,
                    charge.accountId.equals(invoice.accountId) ? null : accountNames.get(charge.accountId),
                    note(charge),
                    // Periods are half-open within; people read the last day as one of them.
                    day(charge.periodStart) + " – " + day(charge.periodEnd.minusDays(1)),
                    charge.quantity.stripTrailingZeros().toPlainString(),
                    money(charge.amount),
                    charge.discountMinor == 0 ? "" : money(charge.discount().negate()),
                    tax(charge)));
        }
        return shown;
    }

    public List<ShownTotal> totals() {
        var shown = new ArrayList<ShownTotal>();
        add(shown, "subtotal", invoice.subtotalMinor, true);
        add(shown, "discount", -invoice.discountMinor, false);
        for (var tax : TaxTotal.of(charges)) {
            var rate = tax.rate();
            var label = texts.of("tax-total", rate.name(), rate.percent().toPlainString())
                    .strip();
            shown.add(new ShownTotal(label, money(tax.amount()), false));
        }
        add(shown, "total", invoice.total.minor(), true);
        add(shown, "to-balance", invoice.toBalanceMinor, false);
        add(shown, "balance-used", -invoice.balanceMinor, false);
        add(shown, "credited", -invoice.creditedMinor, false);
        add(shown, "paid", invoice.balanceMinor + invoice.creditedMinor - invoice.paidMinor, false);
        if (invoice.status != InvoiceStatus.VOID) {
            shown.add(new ShownTotal(text("due"), money(invoice.due()), true));
        }
        return shown;
    }

    private void add(List<ShownTotal> shown, String label, long minor, boolean always) {
        if (always || minor != 0) {
            shown.add(new ShownTotal(text(label), money(invoice.money(minor)), false));
        }
    }

    private @Nullable String note(Charge charge) {
        var late = charge.reason.equals("USAGE_ADJUSTMENT") ? text("late-usage") : null;
        if (charge.carriedSince == null) {
            return late;
        }
        var carried = texts.of("carried-forward", day(charge.carriedSince));
        return late == null ? carried : late + "; " + carried;
    }

    private String tax(Charge charge) {
        return charge.taxPercent == null
                ? ""
                : texts.of(
                        charge.taxInclusive ? "tax-included" : "tax-added",
                        charge.taxPercent.stripTrailingZeros().toPlainString());
    }

    private static String money(Money amount) {
        return amount.decimal().toPlainString() + " " + amount.currency().getCurrencyCode();
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }
}
