package dev.rivulet.subscription.tax.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tax rates and rules that hold on one day.
 *
 * @param rates by code: one, or several that are owed together
 * @param codeByPlan which code a plan is taxed by, whoever buys it
 * @param standard the code of whatever no rule names
 */
public record TaxTable(
        Map<String, List<TaxRate>> rates,
        Map<UUID, String> codeByPlan,
        @Nullable String standard) {

    /** Nothing is taxed. */
    public static final TaxTable NONE = new TaxTable(Map.of(), Map.of(), null);

    /** A charge is to be taxed by a code that has no rate on the day. */
    public static final class NoRate extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoRate(String code) {
            super("no tax rate " + code + " holds on the day");
        }
    }

    /** The rates of a charge: by its own code, else its plan's, else the payer's, else the standard one. */
    public List<TaxRate> ratesOf(@Nullable String own, @Nullable UUID planId, @Nullable String payers) {
        var code = first(own, planId == null ? null : codeByPlan.get(planId), payers, standard);
        if (code == null) {
            return List.of();
        }
        var found = rates.get(code);
        if (found == null) {
            throw new NoRate(code);
        }
        return found;
    }

    private static @Nullable String first(@Nullable String... codes) {
        for (var code : codes) {
            if (code != null) {
                return code;
            }
        }
        return null;
    }
}
