package dev.rivulet.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rivulet.local.demo.Customer.Contract;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What a customer's users did in the last weeks, as usage events. */
final class UsageStory {

    static final int DAYS = 60;
    static final LocalDate FIRST_DAY = Timeline.LAST_DAY.minusDays(DAYS);

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final double ON_A_WORKDAY = 0.28;
    private static final double ON_A_WEEKEND = 0.03;

    private final Catalogue catalogue;

    /** An event, and its day at the customer's. */
    record Use(LocalDate day, ObjectNode event) {}

    UsageStory(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The events, oldest first within each user; the last day is left out, it has not ended. */
    List<Use> of(Customer customer, String accountId) {
        Random random = customer.random("usage");
        var events = new ArrayList<Use>();
        for (Contract contract : customer.contracts()) {
            String product = catalogue.productOf(contract.plan());
            long users = Math.round(contract.seats() * customer.engagement().activeShare);
            for (int user = 1; user <= users; user++) {
                String userId = "user-%02d@%s".formatted(user, customer.domain());
                for (int back = DAYS; back >= 1; back--) {
                    LocalDate day = Timeline.LAST_DAY.minusDays(back);
                    double chance = WEEKEND.contains(day.getDayOfWeek()) ? ON_A_WEEKEND : ON_A_WORKDAY;
                    // Drawn in any case, so that a change of habits does not move everything behind it.
                    boolean active = random.nextDouble() < chance;
                    int minute = random.nextInt(9 * 60);
                    int quantity = 1 + random.nextInt(4);
                    if (active && back >= customer.engagement().silentDays() && !ended(contract, day)) {
                        events.add(new Use(
                                day,
                                Api.object()
                                        .put("id", customer.key() + "/" + product + "/" + user + "/" + day)
                                        .put("source", "/demo/" + product)
                                        .put("accountId", accountId)
                                        .put("userId", userId)
                                        .put("metric", catalogue.usageMetric(product))
                                        .put("quantity", Integer.toString(quantity))
                                        .put(
                                                "occurredAt",
                                                day.atTime(9, 0)
                                                        .plusMinutes(minute)
                                                        .atZone(ZoneId.of(customer.zone()))
                                                        .toInstant()
                                                        .toString())));
                    }
                }
            }
        }
        return events;
    }

    /** A cancelled contract runs to the end of its period, a month at most. */
    private static boolean ended(Contract contract, LocalDate day) {
        LocalDate cancelledOn = contract.cancelledOn();
        return cancelledOn != null && day.isAfter(cancelledOn.plusDays(20));
    }
}
