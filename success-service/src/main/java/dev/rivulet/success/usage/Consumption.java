package dev.rivulet.success.usage;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.usage.domain.LicenceUse;
import dev.rivulet.success.usage.domain.Stickiness;
import dev.rivulet.success.usage.domain.Trend;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How much customers use of what they bought. */
@ApplicationScoped
public class Consumption {

    private static final int LONGEST = 366;
    private static final int MOST_DAYS_OF_MONTHS = 60 * 31;

    private final ConsumptionReading reading;
    private final UsageActivity activity;
    private final LicenceReading licences;
    private final Customers customers;

    Consumption(ConsumptionReading reading, UsageActivity activity, LicenceReading licences, Customers customers) {
        this.reading = reading;
        this.activity = activity;
        this.licences = licences;
        this.customers = customers;
    }

    /** Where the caller names no range: from the 28 days to today, by month from the twelve to this one. */
    @Transactional
    ConsumptionView of(UUID account, @Nullable LocalDate from, @Nullable LocalDate to, Grouping by) {
        var today = customers.today(account);
        var last = to == null ? from == null ? today : from.plusDays(LicenceUse.WINDOW - 1) : to;
        var usual = by == Grouping.MONTH ? last.withDayOfMonth(1).minusMonths(11) : LicenceUse.windowStart(last);
        var first = from == null ? usual : from;
        var longest = by == Grouping.MONTH ? MOST_DAYS_OF_MONTHS : LONGEST;
        if (first.isAfter(last)) {
            throw Rejected.invalid("range-backwards", "?to");
        }
        if (ChronoUnit.DAYS.between(first, last) >= longest) {
            throw Rejected.invalid("range-too-long", "?from", longest);
        }
        return new ConsumptionView(
                account,
                first,
                last,
                by.toString(),
                by == Grouping.DAY ? reading.days(account, first, last) : null,
                by == Grouping.MONTH ? reading.months(account, first, last) : null,
                by == Grouping.FEATURE ? reading.features(account, first, last) : null,
                by == Grouping.USER ? reading.users(account, first, last) : null);
    }

    /** What an account used in the whole calendar months from first to last day, the latest last. */
    @Transactional
    public List<ConsumptionView.Month> months(UUID account, LocalDate first, LocalDate last) {
        return reading.months(account, first.withDayOfMonth(1), last);
    }

    @Transactional
    EngagementView engagement(UUID account) {
        var today = customers.today(account);
        var users = activity.users(List.of(account), LicenceUse.windowStart(today), today)
                .getOrDefault(account, 0);
        var trend = trend(Map.of(account, today)).get(account);
        return EngagementView.of(
                account,
                today,
                Stickiness.of(activity.daily(account, today), users),
                trend == null ? Trend.of(new int[2 * Trend.WEEKS], null, today) : trend);
    }

    @Transactional
    LicenceView licences(UUID account) {
        var today = customers.today(account);
        var todays = Map.of(account, today);
        var found = licences(todays).get(account);
        var use = found == null ? new LicenceUse(0, 0, null) : found;
        return LicenceView.of(
                account,
                use,
                today,
                customers.recurring(todays).getOrDefault(account, List.of()),
                licences.idle(account, today, use.reported()));
    }

    /**
     * The licences of each account that has seats or users.
     *
     * @param todays the accounts with their local dates
     */
    @Transactional
    public Map<UUID, LicenceUse> licences(Map<UUID, LocalDate> todays) {
        var seats = customers.seats(todays);
        var users = byDate(todays, licences::users);
        var uses = new HashMap<UUID, LicenceUse>();
        for (var account : todays.keySet()) {
            var running = seats.get(account);
            var bought = running == null || running.usable() == 0 ? null : running;
            var its = users.getOrDefault(account, LicenceReading.Users.NONE);
            if (bought != null || users.containsKey(account)) {
                uses.put(
                        account,
                        new LicenceUse(
                                bought == null ? 0 : bought.usable(),
                                bought == null ? 0 : bought.paid(),
                                its.assigned(),
                                its.active(),
                                its.unassigned(),
                                its.reported(),
                                bought == null ? null : bought.since()));
            }
        }
        return uses;
    }

    /**
     * Whether each account that ever used anything uses more or less than before.
     *
     * @param todays the accounts with their local dates
     */
    @Transactional
    public Map<UUID, Trend> trend(Map<UUID, LocalDate> todays) {
        var since = activity.since(todays.keySet());
        var weeks = byDate(todays, activity::weeks);
        var trends = new HashMap<UUID, Trend>();
        since.forEach((account, first) -> {
            var today = todays.get(account);
            if (today != null) {
                trends.put(account, Trend.of(weeks.getOrDefault(account, new int[2 * Trend.WEEKS]), first, today));
            }
        });
        return trends;
    }

    /** One query for each local date there is: three at most, however many accounts. */
    private static <T> Map<UUID, T> byDate(
            Map<UUID, LocalDate> todays, BiFunction<Collection<UUID>, LocalDate, Map<UUID, T>> read) {
        var accountsOf = new HashMap<LocalDate, List<UUID>>();
        todays.forEach((account, today) ->
                accountsOf.computeIfAbsent(today, day -> new ArrayList<>()).add(account));
        var found = new HashMap<UUID, T>();
        accountsOf.forEach((today, accounts) -> found.putAll(read.apply(accounts, today)));
        return found;
    }
}
