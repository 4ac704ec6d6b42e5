package dev.rivulet.subscription.ledger;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was debited and credited to each account of the books; in each currency both add up to the same. */
@Schema(name = "TrialBalance")
public record TrialBalanceView(
        @Schema(examples = "2026-03-31") LocalDate asOf, List<InCurrency> currencies) {

    /** An account of the books. */
    @Schema(name = "TrialBalanceEntry")
    public record Entry(
            @Schema(examples = "RECEIVABLE") LedgerAccount account,
            Money debit,
            Money credit,
            @Schema(description = "Debit less credit") Money balance) {

        static Entry of(LedgerAccount account, Money debit, Money credit) {
            return new Entry(account, debit, credit, debit.minus(credit));
        }
    }

    /** The accounts in one currency. */
    @Schema(name = "TrialBalanceInCurrency")
    public record InCurrency(
            @Schema(examples = "EUR") String currency,
            List<Entry> accounts,
            @Schema(description = "All debits") Money debit,

            @Schema(description = "All credits; always the same as debit")
            Money credit) {}

    static TrialBalanceView of(LocalDate asOf, List<Entry> entries) {
        var byCurrency = new LinkedHashMap<Currency, List<Entry>>();
        for (var entry : entries) {
            byCurrency
                    .computeIfAbsent(entry.debit().currency(), currency -> new ArrayList<>())
                    .add(entry);
        }
        return new TrialBalanceView(
                asOf,
                byCurrency.entrySet().stream()
                        .map(each -> new InCurrency(
                                each.getKey().getCurrencyCode(),
                                each.getValue(),
                                each.getValue().stream()
                                        .map(Entry::debit)
                                        .reduce(Money.zero(each.getKey()), Money::plus),
                                each.getValue().stream()
                                        .map(Entry::credit)
                                        .reduce(Money.zero(each.getKey()), Money::plus)))
                        .toList());
    }
}
