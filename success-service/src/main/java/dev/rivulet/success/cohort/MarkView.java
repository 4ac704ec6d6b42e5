package dev.rivulet.success.cohort;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.success.cohort.domain.Marking.Mark;
import dev.rivulet.success.cohort.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a closed cell moved from the age before, against others at the same age. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CohortMark")
public record MarkView(
        Verdict verdict,

        @Schema(examples = "0.700000", description = "What was kept of the end of the age before")
        String kept,

        @Schema(
                examples = "0.950000",
                description =
                        "What all other cohorts kept at this age, this one left out; absent without enough of them")
        @Nullable
        String baseline,

        @Schema(examples = "348.0", description = "Of how many accounts; money: as if all were of the same size")
        @Nullable
        String baselineAccounts,

        @Schema(examples = "0.000312", description = "Of the marks with a q like this so large a share is chance")
        @Nullable
        String q,

        @Schema(examples = "40.0", description = "How many accounts it has; money: as if all were of the same size")
        String accounts,

        @Schema(description = "95 % interval of Wilson for what was kept; tables of customers only") @Nullable
        Interval interval,

        @Schema(description = "Whether a difference that matters is due to one account, or very few") @Nullable
        Boolean fewAccounts,

        @Schema(description = "Of a red cell: what made it") @Nullable
        Reasons reasons,

        @Schema(description = "The case a red cell has opened") @Nullable
        UUID caseId,

        @Schema(description = "What was said before corrections, oldest first") @Nullable
        List<Earlier> earlier) {

    private static final int DECIMALS = 6;

    /** A share lies here. */
    @Schema(name = "CohortInterval")
    public record Interval(
            @Schema(examples = "0.545000") String lower,
            @Schema(examples = "0.819000") String upper) {}

    /** What made a cell red. */
    @Schema(name = "CohortReasons")
    public record Reasons(
            @Schema(examples = "Kept 70.0 % (28 of 40) of the age before; others at this age keep 95.0 %. q = 0.0003.")
            String summary,

            @Schema(description = "The accounts that made the most of it")
            List<Account> accounts,

            @Schema(description = "What moved the cohort in this month, by kind")
            List<Kind> kinds,

            @Schema(description = "Against the cohort before, where it is old enough; tables of customers only")
            @Nullable
            Previous previous) {}

    /** An account of the cell. */
    @Schema(name = "CohortAccount")
    public record Account(
            UUID accountId,

            @Schema(description = "Monthly revenue at the end of the age before")
            Money before,

            Money after) {}

    /** Movements of a kind. */
    @Schema(name = "CohortMovements")
    public record Kind(@Schema(examples = "CHURN") String kind, long count, Money amount) {}

    /** The cohort that started the month before. */
    @Schema(name = "CohortNeighbour")
    public record Previous(
            @Schema(examples = "2026-02") String cohort,
            int at,
            int stayed,

            @Schema(examples = "0.001300", description = "Two-sided p of Fisher's exact test of both cohorts")
            String fisherP) {}

    /** A judgement that corrections have overtaken. */
    @Schema(name = "CohortEarlierMark")
    public record Earlier(
            Verdict verdict, @Schema(examples = "0.655172") String kept, Instant until) {}

    static MarkView of(Mark mark, @Nullable Interval interval) {
        var baseline = mark.baseline();
        return new MarkView(
                mark.verdict(),
                ratio(mark.share()),
                baseline == null ? null : ratio(baseline.share()),
                baseline == null ? null : tenths(baseline.accounts()),
                baseline == null ? null : ratio(mark.q()),
                tenths(mark.effective()),
                interval,
                mark.fewAccounts() ? true : null,
                null,
                null,
                null);
    }

    MarkView because(Reasons because) {
        return new MarkView(
                verdict,
                kept,
                baseline,
                baselineAccounts,
                q,
                accounts,
                interval,
                fewAccounts,
                because,
                caseId,
                earlier);
    }

    MarkView after(@Nullable List<Earlier> before) {
        return new MarkView(
                verdict, kept, baseline, baselineAccounts, q, accounts, interval, fewAccounts, reasons, caseId, before);
    }

    MarkView in(@Nullable UUID opened) {
        return new MarkView(
                verdict,
                kept,
                baseline,
                baselineAccounts,
                q,
                accounts,
                interval,
                fewAccounts,
                reasons,
                opened,
                earlier);
    }

    /** Without the names of other accounts than these. */
    MarkView within(Collection<UUID> seen) {
        return reasons == null
                ? this
                : because(new Reasons(
                        reasons.summary(),
                        reasons.accounts().stream()
                                .filter(account -> seen.contains(account.accountId()))
                                .toList(),
                        reasons.kinds(),
                        reasons.previous()));
    }

    static String ratio(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
