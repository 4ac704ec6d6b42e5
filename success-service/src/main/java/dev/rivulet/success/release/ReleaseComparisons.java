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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        var earlier = isTelling ? counted(release, windows, days, Windows::firstBefore) : null;
        var later = isTelling && isOver ? counted(release, windows, days, Windows::firstAfter) : null;
        var scales = scales(earlier, later);
        var before = earlier == null ? null : side(earlier, scales, windows.size());
        var after = later == null ? null : side(later, scales, windows.size());
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

    /** One window: efforts by the points of their scale, use and problems. */
    private record Counted(Map<Integer, Tally> efforts, Spread spread, Opened opened) {}

    private Counted counted(Release release, Map<UUID, Windows> windows, int days, Function<Windows, LocalDate> first) {
        var efforts = new HashMap<Integer, Tally>();
        var spread = Spread.NONE;
        var opened = Opened.NONE;
        for (var firsts : chunks(windows, first)) {
            surveys.tallies(SurveyKind.CES, firsts, days)
                    .forEach((scale, answers) -> efforts.merge(scale, answers, Tally::plus));
            spread = spread.plus(use.spread(firsts, days, release.features()));
            opened = opened.plus(problems.opened(firsts, days, release.product()));
        }
        return new Counted(efforts, spread, opened);
    }

    /** On which there are answers before or after, the usual one where there are none. */
    private static SortedSet<Integer> scales(@Nullable Counted before, @Nullable Counted after) {
        var scales = new TreeSet<Integer>(Comparator.reverseOrder());
        if (before != null) {
            scales.addAll(before.efforts().keySet());
        }
        if (after != null) {
            scales.addAll(after.efforts().keySet());
        }
        if (scales.isEmpty()) {
            scales.add(SurveyKind.CES.scale().points());
        }
        return scales;
    }

    private static Side side(Counted window, SortedSet<Integer> scales, int accounts) {
        var opened = window.opened();
        return new Side(
                scales.stream()
                        .map(scale ->
                                CesView.of(scale, window.efforts().getOrDefault(scale, new Tally(Map.of())), MINIMUM))
                        .toList(),
                ShareView.of(new Share(window.spread().accounts(), accounts)),
                window.spread().users(),
                window.spread().userDays(),
                opened.problems(),
                BigDecimal.valueOf(opened.problems()).divide(BigDecimal.valueOf(accounts), 4, RoundingMode.HALF_UP),
                ShareView.of(new Share(opened.accounts(), accounts)));
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
