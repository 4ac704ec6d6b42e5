package dev.rivulet.subscription.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.subscription.usage.domain.Aggregation;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/** What usage comes to, as counted so far. For an invoice it is taken, by {@link UsageBilling#take}. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class UsageReading {

    private static final String QUESTIONS = " FROM unnest(?::text[]::int[], ?::text[]::uuid[], ?::text[],"
            + " ?::text[]::date[], ?::text[]::date[]) AS q (n, account_id, metric, since, until) CROSS JOIN LATERAL (";

    private final Sql sql;
    private final UsageAccounts accounts;

    UsageReading(Sql sql, UsageAccounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    public Reading read(UUID accountId, String metric, Aggregation aggregation, LocalDate from, LocalDate toExclusive) {
        return read(List.of(new Question(accountId, metric, aggregation, from, toExclusive)))
                .getFirst();
    }

    /** The answers in the order of the questions, in a fixed number of statements for any number of them. */
    public List<Reading> read(List<Question> questions) {
        settle(questions.stream().map(Question::accountId).toList());
        var numbers = IntStream.range(0, questions.size()).boxed().toList();
        var totals = totals(numbers, questions);
        var users = users(
                numbers.stream()
                        .filter(n -> questions.get(n).aggregation() == Aggregation.UNIQUE)
                        .toList(),
                questions);
        return numbers.stream()
                .map(n -> {
                    var total = totals.getOrDefault(n, Totals.NONE);
                    return total.reading(questions.get(n).aggregation(), users.getOrDefault(n, 0L));
                })
                .toList();
    }

    /** Has the accounts recounted whose zone is another now; costs a look where it is not. */
    void settle(Collection<UUID> ids) {
        var different = new TreeSet<>(ids);
        if (!accounts.settled(different)) {
            accounts.hold(different);
        }
    }

    private record Totals(int n, BigDecimal sum, long events, BigDecimal largest, BigDecimal last) {

        static final Totals NONE = new Totals(-1, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO);

        static Totals of(ResultSet row) throws SQLException {
            return new Totals(
                    row.getInt(1), row.getBigDecimal(2), row.getLong(3), row.getBigDecimal(4), row.getBigDecimal(5));
        }

        Reading reading(Aggregation aggregation, long users) {
            var quantity = switch (aggregation) {
                case SUM -> sum;
                case COUNT -> BigDecimal.valueOf(events);
                case MAX -> largest;
                case UNIQUE -> BigDecimal.valueOf(users);
                case LAST -> last;
            };
            return new Reading(quantity.signum() == 0 ? BigDecimal.ZERO : quantity.stripTrailingZeros(), events);
        }
    }

    private Map<Integer, Totals> totals(List<Integer> asked, List<Question> questions) {
        var totals = new HashMap<Integer, Totals>();
        ask(
                        "SELECT q.n, t.*" + QUESTIONS + "SELECT sum(quantity), sum(events)::bigint, max(largest),"
                                + " (array_agg(last_quantity ORDER BY last_at DESC, last_key DESC))[1] FROM usage_day d"
                                + " WHERE d.account_id = q.account_id AND d.metric = q.metric"
                                + " AND d.day >= q.since AND d.day < q.until HAVING count(*) > 0) t",
                        Totals::of,
                        asked,
                        questions)
                .forEach(total -> totals.put(total.n(), total));
        return totals;
    }

    private record Users(int n, long users) {}

    private Map<Integer, Long> users(List<Integer> asked, List<Question> questions) {
        var users = new HashMap<Integer, Long>();
        if (!asked.isEmpty()) {
            ask(
                            "SELECT q.n, t.*" + QUESTIONS + "SELECT count(DISTINCT user_id) FROM usage_user_day d"
                                    + " WHERE d.account_id = q.account_id AND d.metric = q.metric"
                                    + " AND d.day >= q.since AND d.day < q.until) t",
                            row -> new Users(row.getInt(1), row.getLong(2)),
                            asked,
                            questions)
                    .forEach(count -> users.put(count.n(), count.users()));
        }
        return users;
    }

    private <T> List<T> ask(String query, Sql.RowReader<T> reader, List<Integer> asked, List<Question> questions) {
        return sql.query(
                query,
                reader,
                Columns.of(asked, n -> n),
                Columns.of(asked, n -> questions.get(n).accountId()),
                Columns.of(asked, n -> questions.get(n).metric()),
                Columns.of(asked, n -> questions.get(n).from()),
                Columns.of(asked, n -> questions.get(n).toExclusive()));
    }
}
