package dev.rivulet.story;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sixty new customers a month, of whom a few leave every month, and once a third. */
final class Crowd {

    private static final int YEAR = 2025;
    private static final int A_MONTH = 60;

    /** How many leave in each month after the one of their start. April's second month is the bad one. */
    private static final Map<Month, List<Integer>> LEAVING = Map.of(
            Month.JANUARY, List.of(3, 3, 3, 3, 2, 3, 2, 2, 2),
            Month.FEBRUARY, List.of(2, 3, 3, 2, 3, 2, 2, 2),
            Month.MARCH, List.of(3, 3, 2, 3, 2, 2, 2),
            Month.APRIL, List.of(2, 20, 2, 2, 1, 1));

    private final Company company;
    private final Offering offering;
    private final Map<Month, List<String>> subscriptions = new EnumMap<>(Month.class);

    Crowd(Company company, Offering offering) {
        this.company = company;
        this.offering = offering;
    }

    /** Sells to the customers who start in the month of the day, which is the tenant's. */
    void buy(LocalDate today) {
        if (LEAVING.containsKey(today.getMonth())) {
            var sold = IntStream.range(0, A_MONTH)
                    .parallel()
                    .mapToObj(number -> subscribe("Customer %s %d".formatted(today.getMonth(), number)))
                    .toList();
            subscriptions.put(today.getMonth(), new ArrayList<>(sold));
        }
    }

    private String subscribe(String name) {
        var url = company.stack().subscription("");
        var account = company.created("sales", url + "/accounts", """
                {"name":"%s","zone":"Europe/Berlin","currency":"EUR","paymentTermsDays":365}""".formatted(name));
        return company.created(
                "sales", url + "/subscriptions", """
                {"accountId":"%s","planId":"%s","propositionId":"%s","seats":5}""".formatted(account, offering.plan(), offering.proposition()));
    }

    /** Cancels for those who have had enough in the month of the day. */
    void leave(LocalDate today) {
        subscriptions.forEach((start, left) -> {
            var age = today.getMonthValue() - start.getValue();
            var leaving = LEAVING.get(start);
            if (age > 0 && age <= leaving.size()) {
                var gone = left.subList(0, leaving.get(age - 1));
                gone.parallelStream()
                        .forEach(subscription -> company.step(
                                        "sales",
                                        company.stack().subscription("/subscriptions/" + subscription),
                                        "cancellations",
                                        "{\"effective\":\"NOW\",\"credit\":\"NONE\"}")
                                .statusCode(200));
                gone.clear();
            }
        });
    }

    static LocalDate day(int month, int day) {
        return LocalDate.of(YEAR, month, day);
    }
}
