package dev.rivulet.success.review;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.feedback.FeedbackItems;
import dev.rivulet.success.payment.Receivables;
import dev.rivulet.success.problem.Problems;
import dev.rivulet.success.renewal.Renewals;
import dev.rivulet.success.score.ScoreExplanations;
import dev.rivulet.success.survey.CustomerAnswers;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.usage.Consumption;
import dev.rivulet.success.value.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of one customer for a review. */
@ApplicationScoped
class Reviews {

    private static final long LONGEST = 366;
    private static final int MOST = 200;

    private final Customers customers;
    private final Promises promises;
    private final Consumption consumption;
    private final ScoreExplanations scores;
    private final CustomerAnswers answers;
    private final Problems problems;
    private final FeedbackItems feedback;
    private final Timeline timeline;
    private final Receivables receivables;
    private final Renewals renewals;
    private final Portfolio portfolio;

    Reviews(
            Customers customers,
            Promises promises,
            Consumption consumption,
            ScoreExplanations scores,
            CustomerAnswers answers,
            Problems problems,
            FeedbackItems feedback,
            Timeline timeline,
            Receivables receivables,
            Renewals renewals,
            Portfolio portfolio) {
        this.customers = customers;
        this.promises = promises;
        this.consumption = consumption;
        this.scores = scores;
        this.answers = answers;
        this.problems = problems;
        this.feedback = feedback;
        this.timeline = timeline;
        this.receivables = receivables;
        this.renewals = renewals;
        this.portfolio = portfolio;
    }

    /** Of the days from first to last; the three months to today where none are named. */
    @Transactional
    Evidence of(UUID account, @Nullable LocalDate first, @Nullable LocalDate last) {
        var customer = customers.get(account);
        var only = List.of(account);
        var today = customers.today(account);
        var to = last == null ? today : last;
        var from = first == null ? to.minusMonths(3).plusDays(1) : first;
        require(from, to, today);
        var zone = customers.zones(only).getOrDefault(account, ZoneOffset.UTC);
        var begins = from.atStartOfDay(zone).toInstant();
        var ends = to.plusDays(1).atStartOfDay(zone).toInstant();
        var now = Map.of(account, to);
        return new Evidence(
                customer.name() == null ? account.toString() : customer.name(),
                zone,
                from,
                to,
                promises.to(account),
                consumption.months(account, from, to),
                consumption.trend(now).get(account),
                consumption.licences(now).get(account),
                consumption.licences(Map.of(account, from)).get(account),
                customers.recurring(now).getOrDefault(account, List.of()),
                scores.change(account, from, to),
                answers.nps(account, from, to),
                answers.csat(account, from, to),
                answers.ces(account, from, to),
                problems.between(account, begins, ends),
                feedback.latest(account, MOST).stream()
                        .filter(words -> !words.givenAt().isBefore(begins)
                                && words.givenAt().isBefore(ends))
                        .toList(),
                timeline.page(account, EntryKind.RELEASE_ANNOUNCED, begins, ends, null, MOST),
                receivables.latest(account, MOST).stream()
                        .filter(invoice -> !invoice.dueOn().isBefore(from)
                                && !invoice.dueOn().isAfter(to))
                        .toList(),
                receivables.behaviour(now).get(account),
                renewals.of(account),
                portfolio.seesPeople());
    }

    private static void require(LocalDate from, LocalDate to, LocalDate today) {
        if (from.isAfter(to)) {
            throw Rejected.invalid("range-backwards", "?to");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw Rejected.invalid("range-too-long", "?from", LONGEST);
        }
        if (to.isAfter(today)) {
            throw Rejected.invalid("time-in-future", "?to", today);
        }
    }
}
