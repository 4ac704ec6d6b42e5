package dev.rivulet.success.survey;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.success.revenue.domain.MonthClose;
import dev.rivulet.success.survey.domain.Tally;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts answers; in SQL throughout, because all of a period are read. Row-level security keeps to the tenant. */
@Singleton
class AnswerFigures {

    /** As {@link MonthClose} has it. */
    private static final String KNOWN_AT_CLOSE = " AND recorded_at <="
            + " (date_trunc('month', answered_on::timestamp) + interval '1 month 12 hours') AT TIME ZONE 'UTC'";

    private static final String TELLING_WAVES = "SELECT w.id FROM survey_wave w JOIN survey_anonymous_answer a"
            + " ON a.tenant_id = w.tenant_id AND a.wave_id = w.id WHERE w.survey_id = ? AND w.status = 'ENDED'"
            + " GROUP BY w.id HAVING count(*) >= ?";

    private final Sql sql;

    AnswerFigures(Sql sql) {
        this.sql = sql;
    }

    /**
     * The latest answer of each person in the period on a scale of so many points, counted by value and, by request, by group: in each month on its
     * own, or under the trait of that answer. Without grouping, or where a trait is not known, the label is empty.
     */
    SortedMap<String, Tally> tallies(
            SurveyKind kind, int points, @Nullable UUID survey, Period period, @Nullable Grouping grouping) {
        return tallies(kind, points, survey, period, grouping, "");
    }

    /** The same by month, of what was known when each month closed. */
    SortedMap<String, Tally> reported(SurveyKind kind, int points, @Nullable UUID survey, Period period) {
        return tallies(kind, points, survey, period, Grouping.MONTH, KNOWN_AT_CLOSE);
    }

    private SortedMap<String, Tally> tallies(
            SurveyKind kind,
            int points,
            @Nullable UUID survey,
            Period period,
            @Nullable Grouping grouping,
            String condition) {
        var group = grouping == null ? "''" : grouping.column();
        var each = grouping == Grouping.MONTH ? group + ", " : "";
        var counts = new TreeMap<String, Map<Integer, Long>>();
        sql.query(
                "SELECT label, value, count(*) FROM (SELECT DISTINCT ON (" + each + "account_id, respondent)"
                        + " coalesce(" + group + ", '') AS label, value FROM survey_answer"
                        + " WHERE kind = ? AND points = ? AND answered_on BETWEEN ? AND ? AND (?::uuid IS NULL OR survey_id = ?::uuid)"
                        + condition
                        + " ORDER BY " + each + "account_id, respondent, answered_at DESC, id DESC) latest"
                        + " GROUP BY label, value",
                row -> counts.computeIfAbsent(row.getString(1), label -> new HashMap<>())
                        .put(row.getInt(2), row.getLong(3)),
                kind.name(),
                points,
                period.first(),
                period.last(),
                survey,
                survey);
        var tallies = new TreeMap<String, Tally>();
        counts.forEach((label, values) -> tallies.put(label, new Tally(values)));
        return tallies;
    }

    /**
     * Answers on one scale.
     *
     * @param points how many it has
     */
    record Graded(int points, Tally tally) {}

    /** Each person's latest answer of an account in the period, by value: on the scale that most of them are on. */
    Graded tally(SurveyKind kind, UUID account, Period period) {
        var counts = new TreeMap<Integer, Map<Integer, Long>>();
        sql.query(
                "SELECT points, value, count(*) FROM (SELECT DISTINCT ON (respondent) points, value FROM survey_answer"
                        + " WHERE kind = ? AND account_id = ? AND answered_on BETWEEN ? AND ?"
                        + " ORDER BY respondent, answered_at DESC, id DESC) latest GROUP BY points, value",
                row -> counts.computeIfAbsent(row.getInt(1), points -> new HashMap<>())
                        .put(row.getInt(2), row.getLong(3)),
                kind.name(),
                account,
                period.first(),
                period.last());
        return counts.entrySet().stream()
                .map(entry -> new Graded(entry.getKey(), new Tally(entry.getValue())))
                .max(Comparator.comparingLong(graded -> graded.tally().n()))
                .orElseGet(() -> new Graded(kind.scale().points(), new Tally(Map.of())));
    }

    /**
     * Of each account that has any: each person's latest answer in the time, on the usual scale; of another one it is as
     * far from either end.
     */
    Map<UUID, LatestAnswers> latest(SurveyKind kind, Collection<UUID> accounts, Instant after, Instant until) {
        var latest = new HashMap<UUID, LatestAnswers>();
        sql.query(
                "SELECT account_id, round(avg(? + (value - ?)::numeric * (? - 1) / (points - 1)), 4),"
                        + " max(answered_at), count(*) FROM (SELECT DISTINCT ON (account_id, respondent) account_id,"
                        + " value, points, answered_at FROM survey_answer"
                        + " WHERE kind = ? AND account_id = ANY (?::uuid[]) AND answered_at > ? AND answered_at <= ?"
                        + " ORDER BY account_id, respondent, answered_at DESC, id DESC) latest GROUP BY account_id",
                row -> latest.put(
                        row.getObject(1, UUID.class),
                        new LatestAnswers(
                                row.getBigDecimal(2), row.getTimestamp(3).toInstant(), row.getLong(4))),
                kind.scale().min(),
                kind.scale().min(),
                kind.scale().points(),
                kind.name(),
                accounts.stream().map(UUID::toString).toArray(String[]::new),
                Timestamp.from(after),
                Timestamp.from(until));
        return latest;
    }

    /**
     * Each person's latest answer on each scale, by its points, in so many days, from a first day on that each account
     * has of its own; days are local to the accounts.
     */
    Map<Integer, Tally> tallies(SurveyKind kind, Map<UUID, LocalDate> firsts, int days) {
        var counts = new HashMap<Integer, Map<Integer, Long>>();
        sql.query(
                "SELECT points, value, count(*) FROM (SELECT DISTINCT ON (a.points, a.account_id, a.respondent) a.points,"
                        + " a.value FROM unnest(?::uuid[], ?::date[]) AS span (account, first) JOIN survey_answer a"
                        + " ON a.account_id = span.account AND a.answered_on >= span.first"
                        + " AND a.answered_on < span.first + ?::int WHERE a.kind = ?"
                        + " ORDER BY a.points, a.account_id, a.respondent, a.answered_at DESC, a.id DESC) latest"
                        + " GROUP BY points, value",
                row -> counts.computeIfAbsent(row.getInt(1), points -> new HashMap<>())
                        .put(row.getInt(2), row.getLong(3)),
                firsts.keySet().stream().map(UUID::toString).toArray(String[]::new),
                firsts.values().stream().map(LocalDate::toString).toArray(String[]::new),
                days,
                kind.name());
        var tallies = new HashMap<Integer, Tally>();
        counts.forEach((points, values) -> tallies.put(points, new Tally(values)));
        return tallies;
    }

    /** The mean of a survey's latest answers by the account's people on the days; null if there are none. */
    @Nullable
    BigDecimal mean(UUID survey, UUID account, LocalDate first, LocalDate last) {
        return sql
                .query(
                        "SELECT round(avg(value), 4) FROM (SELECT DISTINCT ON (respondent) value FROM survey_answer"
                                + " WHERE survey_id = ? AND account_id = ? AND answered_on BETWEEN ? AND ?"
                                + " ORDER BY respondent, answered_at DESC, id DESC) latest HAVING count(*) > 0",
                        row -> row.getBigDecimal(1),
                        survey,
                        account,
                        first,
                        last)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Of the anonymous waves that are over and have enough answers, each by itself, that no answer can be guessed. */
    Tally anonymous(UUID survey, int minimum) {
        var counts = new HashMap<Integer, Long>();
        sql.query(
                "SELECT value, count(*) FROM survey_anonymous_answer WHERE wave_id IN (" + TELLING_WAVES
                        + ") GROUP BY value",
                row -> counts.put(row.getInt(1), row.getLong(2)),
                survey,
                minimum);
        return new Tally(counts);
    }

    /** What was said in those waves, in the order of meaningless ids. */
    List<CommentView> anonymousComments(UUID survey, int minimum, UUID after, int limit) {
        return sql.query(
                "SELECT id, value, comment FROM survey_anonymous_answer WHERE comment IS NOT NULL AND id > ?"
                        + " AND wave_id IN (" + TELLING_WAVES + ") ORDER BY id LIMIT ?",
                row -> new CommentView(row.getObject(1, UUID.class), row.getInt(2), row.getString(3), null, null, null),
                after,
                survey,
                minimum,
                limit);
    }
}
