package dev.rivulet.catalog.activity.domain;

import dev.rivulet.kit.money.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which code earns most. Currencies are not converted: in each the codes are compared for themselves.
 *
 * @param byCode what each code brought in, one amount for each currency in the order of their names
 * @param highest the code that brought in most in a currency; of equals the main code, else the lowest
 */
public record RevenueByCode(Map<String, List<Money>> byCode, Map<Currency, String> highest) {

    /** What a code brought in, in one currency. */
    public record Earned(String code, Money amount) {}

    public static RevenueByCode of(List<Earned> earned, String mainCode) {
        var sums = new TreeMap<String, TreeMap<String, Money>>();
        for (var one : earned) {
            sums.computeIfAbsent(one.code(), code -> new TreeMap<>())
                    .merge(one.amount().currency().getCurrencyCode(), one.amount(), Money::plus);
        }
        var byCode = new LinkedHashMap<String, List<Money>>();
        sums.forEach((code, amounts) -> byCode.put(code, List.copyOf(amounts.values())));
        var highest = new LinkedHashMap<Currency, String>();
        sums.values().stream()
                .flatMap(amounts -> amounts.values().stream())
                .map(Money::currency)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .forEach(currency -> highest.computeIfAbsent(currency, c -> best(sums, c, mainCode)));
        return new RevenueByCode(byCode, highest);
    }

    private static String best(Map<String, TreeMap<String, Money>> sums, Currency currency, String mainCode) {
        var best = "";
        var most = 0L;
        for (var code : sums.entrySet()) {
            var amount = code.getValue().get(currency.getCurrencyCode());
            if (amount == null) {
                continue;
            }
            var better = best.isEmpty()
                    || amount.minor() > most
                    || (amount.minor() == most && CodeTree.covers(mainCode, code.getKey()));
            if (better) {
                best = code.getKey();
                most = amount.minor();
            }
        }
        return best;
    }

    /** The currencies in which another code than the main one, or one below it, brought in most. */
    public List<Currency> mainCodeTrailsIn(String mainCode) {
        return highest.entrySet().stream()
                .filter(entry -> !CodeTree.covers(mainCode, entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
