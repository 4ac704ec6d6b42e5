package dev.rivulet.success.review;

import dev.rivulet.success.review.Paper.Cell;
import dev.rivulet.success.review.Paper.Row;
import dev.rivulet.success.review.Paper.Section;
import dev.rivulet.success.review.Paper.Table;
import java.util.List;

/** What comes up next. How likely we think it is to be kept is not for the customer's eyes, and so not in here. */
final class RenewalSection {

    private RenewalSection() {}

    static Section of(Evidence evidence, ReviewTexts texts) {
        var renewals = evidence.renewals();
        var lines = renewals.isEmpty() ? List.of(texts.of("renewal.nothing")) : List.<String>of();
        var tables = renewals.isEmpty()
                ? List.<Table>of()
                : List.of(new Table(
                        List.of(
                                Cell.text(texts.of("renewal.plan")),
                                Cell.text(texts.of("renewal.on")),
                                Cell.number(texts.of("renewal.days-left")),
                                Cell.number(texts.of("renewal.mrr"))),
                        renewals.stream()
                                .map(renewal -> Row.of(
                                        Cell.text(renewal.planName()),
                                        Cell.text(texts.day(renewal.renewalOn())),
                                        Cell.number(texts.number(renewal.daysLeft())),
                                        Cell.number(texts.money(renewal.mrr()))))
                                .toList()));
        return new Section(texts.of("renewal.title"), texts.of("renewal.policy"), lines, tables);
    }
}
