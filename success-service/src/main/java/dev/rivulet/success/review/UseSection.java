package dev.rivulet.success.review;

import dev.rivulet.success.review.Paper.Cell;
import dev.rivulet.success.review.Paper.Row;
import dev.rivulet.success.review.Paper.Section;
import dev.rivulet.success.review.Paper.Table;
import dev.rivulet.success.usage.ConsumptionView;
import dev.rivulet.success.usage.domain.LicenceUse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Consumption by month and its trend, and what the seats are used for. */
final class UseSection {

    private UseSection() {}

    static Section of(Evidence evidence, ReviewTexts texts) {
        var lines = new ArrayList<String>();
        var tables = new ArrayList<Table>();
        if (evidence.months().isEmpty()) {
            lines.add(texts.of("use.nothing"));
        } else {
            tables.add(months(evidence.months(), texts));
        }
        lines.add(trend(evidence, texts));
        var licences = evidence.licences();
        if (licences == null || licences.purchased() == 0) {
            lines.add(texts.of("licences.nothing"));
        } else {
            tables.add(licences(licences, evidence, texts));
            for (var recurring : evidence.recurring()) {
                lines.add(texts.of(
                        "licences.idle-money",
                        texts.number(licences.idle()),
                        texts.money(licences.idle(recurring)),
                        texts.money(recurring)));
            }
        }
        return new Section(texts.of("use.title"), texts.of("use.policy"), lines, tables);
    }

    private static Table months(List<ConsumptionView.Month> months, ReviewTexts texts) {
        var most =
                months.stream().mapToLong(ConsumptionView.Month::events).max().orElse(0);
        return new Table(
                List.of(
                        Cell.text(texts.of("use.month")),
                        Cell.number(texts.of("use.users")),
                        Cell.number(texts.of("use.days")),
                        Cell.text(texts.of("use.events"))),
                months.stream()
                        .map(month -> Row.of(
                                Cell.text(texts.month(YearMonth.parse(month.month()))),
                                Cell.number(texts.number(month.users())),
                                Cell.number(texts.number(month.activeDays())),
                                Cell.bar(texts.number(month.events()), month.events(), most)))
                        .toList());
    }

    private static String trend(Evidence evidence, ReviewTexts texts) {
        var trend = evidence.trend();
        if (trend == null || trend.change() == null) {
            return texts.of("use.trend", texts.orTooLittle(null, trend == null ? "no-usage" : trend.reason()));
        }
        var percent = (trend.change().signum() > 0 ? "+" : "") + texts.percent(trend.change());
        return texts.of(
                "use.trend", texts.of("use.change", percent, texts.number(trend.before()), texts.number(trend.last())));
    }

    private static Table licences(LicenceUse now, Evidence evidence, ReviewTexts texts) {
        var before = evidence.licencesBefore();
        return new Table(
                List.of(
                        Cell.text(texts.of("licences.title")),
                        Cell.number(texts.day(evidence.from())),
                        Cell.number(texts.day(evidence.to()))),
                List.of(
                        count("licences.purchased", LicenceUse::purchased, before, now, texts),
                        count("licences.active", LicenceUse::active, before, now, texts),
                        count("licences.idle", LicenceUse::idle, before, now, texts),
                        Row.of(
                                Cell.text(texts.of("licences.utilisation")),
                                Cell.number(share(before == null ? null : before.utilisation(), texts)),
                                Cell.number(share(now.utilisation(), texts))),
                        Row.of(
                                Cell.text(texts.of("licences.target")),
                                Cell.number(target(before, evidence.from(), texts)),
                                Cell.number(target(now, evidence.to(), texts)))));
    }

    private static Row count(
            String key,
            ToIntFunction<LicenceUse> count,
            @Nullable LicenceUse before,
            LicenceUse now,
            ReviewTexts texts) {
        return Row.of(
                Cell.text(texts.of(key)),
                Cell.number(before == null ? texts.of("none") : texts.number(count.applyAsInt(before))),
                Cell.number(texts.number(count.applyAsInt(now))));
    }

    private static String target(@Nullable LicenceUse use, LocalDate day, ReviewTexts texts) {
        return use == null ? texts.of("none") : share(use.target(day), texts);
    }

    private static String share(@Nullable BigDecimal share, ReviewTexts texts) {
        return share == null ? texts.of("too-little") : texts.percent(share);
    }
}
