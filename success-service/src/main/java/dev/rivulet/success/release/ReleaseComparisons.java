package dev.rivulet.success.release;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.customer.ProductHolders;
import dev.rivulet.success.figure.ShareView;
import dev.rivulet.success.figure.domain.Share;
import dev.rivulet.success.problem.Problems;
import dev.rivulet.success.problem.Problems.Opened;
import dev.rivulet.success.release.ComparisonView.Change;
import dev.rivulet.success.release.ComparisonView.Side;
import dev.rivulet.success.release.domain.Windows;
import dev.rivulet.success.survey.CesView;
import dev.rivulet.success.survey.SurveyKind;
import dev.rivulet.success.survey.Surveys;
import dev.rivulet.success.survey.domain.Tally;
import dev.rivulet.success.usage.MeasuredUse;
import dev.rivulet.success.usage.MeasuredUse.Spread;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What came of a release: the same customers so many days before it and after it, those that had the product all that
 * time, so that who comes and goes changes no figure.
 */
@Singleton
class ReleaseComparisons {

    /** From how many customers, and answers, on a figure says something and names nobody. */
    private static final int MINIMUM = 5;

    private static final int CHUNK = 5_000;

    private final ReleaseTable releases;
    private final ProductHolders holders;
    private final Surveys surveys;
    private final MeasuredUse use;
    private final Problems problems;
    private final TenantClock clock;

    ReleaseComparisons(
            ReleaseTable releases,
            ProductHolders holders,
            Surveys surveys,
            MeasuredUse use,
            Problems problems,
            TenantClock clock) {
        this.releases = releases;
        this.holders = holders;
        this.surveys = surveys;
        this.use = use;
        this.problems = problems;
        this.clock = clock;
    }

    @Transactional
    ComparisonView of(UUID id, int days) {
        var release = releases.existing(id);
        var announcedOn = holders.throughout(release.announcedAt(), release.product(), days);
        var windows = new HashMap<UUID, Windows>();
        announcedOn.forEach((account, day) -> windows.put(account, new Windows(day, days)));
        var overOn = windows.values().stream()
                .map(Windows::lastAfter)
                .max(LocalDate::compareTo)
                .map(last -> last.plusDays(1))
                .orElse(null);
        var isTelling = windows.size() >= MINIMUM;
        var isOver = windows.values().stream().allMatch(window -> window.isOverOn(clock.today(DayEdges.LAST)));
        var before = isTelling ? side(release, windows, days, Windows::firstBefore) : null;
        var after = isTelling && isOver ? side(release, windows, days, Windows::firstAfter) : null;
        return new ComparisonView(
                id,
                release.product(),
                release.announcedAt(),
                days,
                release.features(),
                windows.size(),
                overOn,
                isTelling ? isOver ? null : "window-not-over" : "too-few-accounts",
                before,
                after,
                before == null || after == null ? null : Change.of(before, after));
    }

    private Side side(Release release, Map<UUID, Windows> windows, int days, Function<Windows, LocalDate> first) {
        var answers = new Tally(Map.of());
        var spread = Spread.NONE;
        var opened = Opened.NONE;
        for (var firsts : chunks(windows, first)) {
            answers = answers.plus(surveys.tally(SurveyKind.CES, firsts, days));
            spread = spread.plus(use.spread(firsts, days, release.features()));
            opened = opened.plus(problems.opened(firsts, days, release.product()));
        }
        return new Side(
                ces(answers),
                ShareView.of(new Share(spread.accounts(), windows.size())),
                spread.users(),
                spread.userDays(),
                opened.problems(),
                BigDecimal.valueOf(opened.problems())
                        .divide(BigDecimal.valueOf(windows.size()), 4, RoundingMode.HALF_UP),
                ShareView.of(new Share(opened.accounts(), windows.size())));
    }

    private static CesView ces(Tally answers) {
        return answers.n() > 0 && answers.n() < MINIMUM ? CesView.tooFew(answers.n()) : CesView.of(answers);
    }

    private static List<Map<UUID, LocalDate>> chunks(Map<UUID, Windows> windows, Function<Windows, LocalDate> first) {
        var chunks = new ArrayList<Map<UUID, LocalDate>>();
        windows.forEach((account, window) -> {
            if (chunks.isEmpty() || chunks.getLast().size() == CHUNK) {
                chunks.add(new HashMap<>());
            }
            chunks.getLast().put(account, first.apply(window));
        });
        return chunks;
    }
}
