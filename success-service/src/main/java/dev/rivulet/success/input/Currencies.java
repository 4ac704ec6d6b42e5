package dev.rivulet.success.input;

import dev.rivulet.kit.problem.Rejected;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Currencies as callers name them. */
public final class Currencies {

    private Currencies() {}

    /** Of ISO 4217, with minor units; null if none was named. */
    public static @Nullable String named(@Nullable String code) {
        if (code == null || isKnown(code)) {
            return code;
        }
        throw Rejected.invalid("currency-unknown", "?currency");
    }

    /** The one that was named, or else the only one there is; null where there is none at all. */
    public static @Nullable String one(@Nullable String code, List<String> present) {
        var named = named(code);
        if (named == null && present.size() > 1) {
            throw Rejected.invalid("currency-needed", "?currency", String.join(", ", present));
        }
        return named != null || present.isEmpty() ? named : present.getFirst();
    }

    private static boolean isKnown(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency ->
                        currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0);
    }
}
