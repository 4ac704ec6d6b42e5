package dev.rivulet.success.review;

import dev.rivulet.success.payment.PaymentBehaviour;
import dev.rivulet.success.review.Paper.Cell;
import dev.rivulet.success.review.Paper.Row;
import dev.rivulet.success.review.Paper.Section;
import dev.rivulet.success.review.Paper.Table;
import java.util.ArrayList;
import java.util.List;

/** The invoices that fell due, and how they were paid. */
final class PaymentSection {

    private PaymentSection() {}

    static Section of(Evidence evidence, ReviewTexts texts) {
        var lines = new ArrayList<String>();
        lines.add(behaviour(evidence, texts));
        var overdue = evidence.payment() == null ? null : evidence.payment().overdue();
        if (overdue != null) {
            lines.add(texts.of("payment.overdue", texts.money(overdue)));
        }
        var tables = new ArrayList<Table>();
        if (evidence.invoices().isEmpty()) {
            lines.add(texts.of("payment.nothing"));
        } else {
            tables.add(new Table(
                    List.of(
                            Cell.text(texts.of("payment.invoice")),
                            Cell.number(texts.of("payment.total")),
                            Cell.text(texts.of("payment.due")),
                            Cell.text(texts.of("payment.paid")),
                            Cell.text(texts.of("payment.status"))),
                    evidence.invoices().stream()
                            .map(invoice -> Row.of(
                                    Cell.text(invoice.number() == null ? "" : invoice.number()),
                                    Cell.number(texts.money(invoice.total())),
                                    Cell.text(texts.day(invoice.dueOn())),
                                    Cell.text(invoice.paidOn() == null ? "" : texts.day(invoice.paidOn())),
                                    Cell.text(texts.name("invoice", invoice.status()))))
                            .toList()));
        }
        return new Section(texts.of("payment.title"), texts.of("payment.policy"), lines, tables);
    }

    private static String behaviour(Evidence evidence, ReviewTexts texts) {
        var payment = evidence.payment() == null ? PaymentBehaviour.UNKNOWN : evidence.payment();
        var onTime = payment.paidOnTime();
        var late = payment.meanDaysLate();
        return onTime == null || late == null
                ? texts.of("payment.unknown")
                : texts.of(
                        "payment.behaviour",
                        texts.percent(onTime),
                        texts.number(payment.invoices()),
                        texts.number(late));
    }
}
