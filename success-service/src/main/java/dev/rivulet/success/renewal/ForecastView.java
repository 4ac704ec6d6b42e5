package dev.rivulet.success.renewal;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.figure.ShareView;
import dev.rivulet.success.renewal.domain.Risk;
import dev.rivulet.success.renewal.domain.RiskPolicy;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is expected to be kept of what comes up for renewal. */
@Schema(name = "RenewalForecast")
public record ForecastView(
        @Schema(examples = RiskPolicy.NAME) String policy,

        @Schema(examples = "20", description = "Fewer past renewals of a risk tell nothing")
        long minimum,

        @Schema(description = "Shares of past renewals that were kept, by the risk that was shown 30 days before")
        List<RateView> rates,

        @Schema(
                description =
                        "By month and currency; months without renewals are left out. By the risks of today, which may"
                                + " be others 30 days before: the farther away the month, the less it tells")
        List<MonthView> months) {

    /** What was kept of past renewals of a risk. */
    @Schema(name = "RenewalRate")
    public record RateView(
            @Schema(examples = "MEDIUM") Risk risk,

            @Schema(description = "Renewed, with more or less, of all that had revenue before")
            ShareView kept,

            @Schema(examples = "true", description = "Whether there are enough to conclude from")
            boolean enough) {}

    /** One month in one currency; money is monthly recurring revenue. */
    @Schema(name = "RenewalForecastMonth")
    public record MonthView(
            @Schema(examples = "2026-05", description = "Of the renewals' days, local to each customer")
            String month,

            @Schema(examples = "12") long renewals,
            @Schema(description = "All that comes up") Money upForRenewal,

            @Schema(
                    nullable = true,
                    description = "The sum over the risks of their money times their rate, rounded once each, with what"
                            + " ends by decision counted as lost; null while a rate is missing")
            @Nullable
            Money expectedRetained,

            @Schema(
                    description =
                            "With each rate at the lower end of its interval; nothing of a risk without a rate, so"
                                    + " that it holds what is certain")
            Money low,

            @Schema(
                    description =
                            "With each rate at the upper end of its interval; all of a risk without a rate, so that"
                                    + " the difference to the low end is what is at stake")
            Money high,

            @Schema(nullable = true, examples = "too-few-past-renewals", description = "Why nothing is expected")
            @Nullable
            String reason,

            List<RiskMoney> risks) {}

    /** What comes up of a risk as it is today. */
    @Schema(name = "RenewalMoneyOfRisk")
    public record RiskMoney(
            @Schema(examples = "MEDIUM") Risk risk,
            @Schema(examples = "4") long renewals,
            Money money) {}
}
