package dev.rivulet.subscription.billing.domain;

import dev.rivulet.subscription.account.domain.Minimum;
import dev.rivulet.subscription.tax.domain.TaxRate;
import dev.rivulet.subscription.tax.domain.TaxTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a payer is invoiced.
 *
 * @param legalEntity the seller who invoices, with numbers of its own
 * @param billingDay day of the month that charges wait for; null to invoice whatever is due
 * @param graceDays how long an invoice stays a draft
 * @param minimum the least that is worth collecting by the payer's method
 * @param taxCode how the payer is taxed where nothing else says
 * @param exemption why the payer owes no tax
 * @param taxes rates and rules of the day
 */
public record PayerTerms(
        UUID payerId,
        ZoneId zone,
        Currency currency,
        String legalEntity,
        @Nullable Integer billingDay,
        int paymentTermsDays,
        int graceDays,
        @Nullable Minimum minimum,
        @Nullable String taxCode,
        @Nullable String exemption,
        TaxTable taxes) {

    /** The same payer, but invoiced whenever asked and for however little. */
    public PayerTerms atOnce() {
        return new PayerTerms(
                payerId,
                zone,
                currency,
                legalEntity,
                null,
                paymentTermsDays,
                graceDays,
                null,
                taxCode,
                exemption,
                taxes);
    }

    /** The same payer, but invoiced whenever something is due. */
    public PayerTerms withoutBillingDay() {
        return new PayerTerms(
                payerId,
                zone,
                currency,
                legalEntity,
                null,
                paymentTermsDays,
                graceDays,
                minimum,
                taxCode,
                exemption,
                taxes);
    }

    /** The last day, up to this one, on which the payer is invoiced. */
    LocalDate lastBillingDay(LocalDate today) {
        if (billingDay == null) {
            return today;
        }
        var month = YearMonth.from(today);
        var day = in(month, billingDay);
        return day.isAfter(today) ? in(month.minusMonths(1), billingDay) : day;
    }

    /** The first day, from this one on, on which the payer is invoiced. */
    public LocalDate nextBillingDay(LocalDate from) {
        if (billingDay == null) {
            return from;
        }
        var month = YearMonth.from(from);
        var day = in(month, billingDay);
        return day.isBefore(from) ? in(month.plusMonths(1), billingDay) : day;
    }

    /** The rates of a charge that gives nothing back; none where nothing is owed. */
    List<TaxRate> ratesOf(NewCharge charge) {
        return exemption != null ? List.of() : taxes.ratesOf(charge.taxCode(), charge.planId(), taxCode);
    }

    /** The 31st is the last day of a shorter month. */
    private static LocalDate in(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
