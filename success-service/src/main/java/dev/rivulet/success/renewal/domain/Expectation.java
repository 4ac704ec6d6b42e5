package dev.rivulet.success.renewal.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.figure.domain.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is expected to be kept of the money that comes up for renewal: of each risk the share of past renewals of that
 * risk that was kept. What ends by decision counts as lost.
 *
 * @param due all that comes up
 * @param retained null while one of the risks has too few past renewals for a share
 * @param low with each share at the lower end of its interval, and with nothing of a risk that has too few
 * @param high with each share at the upper end of its interval, and with all of a risk that has too few
 */
public record Expectation(Money due, @Nullable Money retained, Money low, Money high) {

    private static final int DECIMALS = 4;

    /**
     * Works it out.
     *
     * @param byRisk the money that comes up, in one currency
     * @param kept of past renewals
     * @param minimum fewer past renewals of a risk tell nothing
     */
    public static Expectation of(Map<Risk, Money> byRisk, Map<Risk, Share> kept, long minimum, Currency currency) {
        var due = Money.zero(currency);
        var retained = Money.zero(currency);
        var low = Money.zero(currency);
        var high = Money.zero(currency);
        var enough = true;
        for (var entry : byRisk.entrySet()) {
            var money = entry.getValue();
            due = due.plus(money);
            if (entry.getKey() == Risk.LOST) {
                continue;
            }
            var share = kept.getOrDefault(entry.getKey(), new Share(0, 0));
            if (!isEnough(share, minimum)) {
                enough = enough && money.isZero();
                high = high.plus(money);
                continue;
            }
            retained = retained.plus(money.fraction(share.hits(), share.of()));
            low = low.plus(part(money, share.low()));
            high = high.plus(part(money, share.high()));
        }
        return new Expectation(due, enough ? retained : null, low, high);
    }

    /** Whether a share says anything. */
    public static boolean isEnough(Share share, long minimum) {
        return !share.isEmpty() && share.of() >= minimum;
    }

    /** By the share with the decimals that it is shown with. */
    private static Money part(Money money, double share) {
        var shown = BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP);
        return Money.round(money.decimal().multiply(shown), money.currency());
    }
}
