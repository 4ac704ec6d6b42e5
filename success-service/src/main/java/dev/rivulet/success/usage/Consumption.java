package dev.rivulet.success.usage;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.usage.domain.LicenceUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much customers use of what they bought. */
@ApplicationScoped
public class Consumption {

    private static final int LONGEST = 366;

    private final UsageDays days;
    private final Customers customers;

    Consumption(UsageDays days, Customers customers) {
        this.days = days;
        this.customers = customers;
    }

    /** From the 28 days to today where the caller names no range. */
    @Transactional
    ConsumptionView of(UUID account, @Nullable LocalDate from, @Nullable LocalDate to) {
        var today = customers.today(account);
        var last = to == null ? from == null ? today : from.plusDays(LicenceUse.WINDOW - 1) : to;
        var first = from == null ? LicenceUse.windowStart(last) : from;
        if (first.isAfter(last)) {
            throw Rejected.invalid("range-backwards", "?to");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw Rejected.invalid("range-too-long", "?from", LONGEST);
        }
        return new ConsumptionView(account, first, last, days.consumption(account, first, last));
    }

    @Transactional
    LicenceView licences(UUID account) {
        var today = customers.today(account);
        var use = licences(Map.of(account, today)).get(account);
        return LicenceView.of(account, use == null ? new LicenceUse(0, 0, null) : use, today);
    }

    /**
     * The licences of each account that has seats or users.
     *
     * @param todays the accounts with their local dates
     */
    @Transactional
    public Map<UUID, LicenceUse> licences(Map<UUID, LocalDate> todays) {
        var seats = customers.seats(todays);
        var active = active(todays);
        var uses = new HashMap<UUID, LicenceUse>();
        for (var account : todays.keySet()) {
            var bought = seats.get(account);
            var users = active.getOrDefault(account, 0);
            if (bought != null || users > 0) {
                uses.put(
                        account,
                        new LicenceUse(
                                bought == null ? 0 : bought.purchased(),
                                users,
                                bought == null ? null : bought.since()));
            }
        }
        return uses;
    }

    /** One query for each local date there is: three at most, however many accounts. */
    private Map<UUID, Integer> active(Map<UUID, LocalDate> todays) {
        var accountsOf = new HashMap<LocalDate, List<UUID>>();
        todays.forEach((account, today) ->
                accountsOf.computeIfAbsent(today, day -> new ArrayList<>()).add(account));
        var active = new HashMap<UUID, Integer>();
        accountsOf.forEach(
                (today, accounts) -> active.putAll(days.activeUsers(accounts, LicenceUse.windowStart(today), today)));
        return active;
    }
}
