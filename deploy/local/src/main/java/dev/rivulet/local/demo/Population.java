package dev.rivulet.local.demo;

import dev.rivulet.local.demo.CompanyNames.Country;
import dev.rivulet.local.demo.Customer.Contract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Makes up the customers; the same seed gives the same ones. */
final class Population {

    static final int SIZE = 200;

    /** How the customers are spread, in percent. */
    private static final Map<Country, Integer> COUNTRIES = Map.of(
            Country.GERMANY, 24,
            Country.FRANCE, 12,
            Country.PORTUGAL, 8,
            Country.UNITED_STATES, 20,
            Country.RUSSIA, 20,
            Country.URALS, 10,
            Country.FAR_EAST, 6);

    private static final double EXPANDING = 0.12;
    private static final double CANCELLING = 0.09;
    private static final int MEAN_SEATS = 13;

    private final long seed;
    private final Catalogue catalogue;

    Population(long seed, Catalogue catalogue) {
        this.seed = seed;
        this.catalogue = catalogue;
    }

    List<Customer> customers() {
        var names = new EnumMap<Country, Iterator<String>>(Country.class);
        for (Country country : Country.values()) {
            int count = SIZE * COUNTRIES.getOrDefault(country, 0) / 100;
            names.put(
                    country,
                    CompanyNames.of(country, count, Customer.random(seed, 0, country.name()))
                            .iterator());
        }
        var customers = new ArrayList<Customer>();
        names.forEach((country, some) ->
                some.forEachRemaining(name -> customers.add(customer(customers.size() + 1, name, country))));
        return customers;
    }

    private Customer customer(int number, String name, Country country) {
        Random random = Customer.random(seed, number, "customer");
        Engagement engagement = pick(List.of(Engagement.values()), one -> one.percent, random);
        PaymentHabit habit = pick(List.of(PaymentHabit.values()), one -> one.percent, random);
        var contracts = new ArrayList<Contract>();
        contracts.add(contract(country, Timeline.salesDays(), random, null));
        if (random.nextDouble() < EXPANDING) {
            contracts.add(contract(country, Timeline.expansionDays(), random, contracts.getFirst()));
        }
        return new Customer(
                seed,
                number,
                name,
                country.zone,
                country.currency,
                "customer%03d.example".formatted(number),
                engagement,
                habit,
                contracts);
    }

    private Contract contract(Country country, List<LocalDate> days, Random random, @Nullable Contract first) {
        List<String> plans = catalogue.plansIn(country.currency).stream()
                .filter(plan -> first == null || !plan.equals(first.plan()))
                .toList();
        String plan = one(plans, random);
        String proposition = one(catalogue.propositionsOf(catalogue.productOf(plan)), random);
        int seats = 3 + (int) Math.min(60, -MEAN_SEATS * Math.log(1 - random.nextDouble()));
        boolean cancelled = random.nextDouble() < CANCELLING;
        List<LocalDate> late = Timeline.stops().stream()
                .filter(day -> day.getMonthValue() >= 7 && day.getMonthValue() <= 11)
                .toList();
        LocalDate cancelledOn = cancelled && first == null ? one(late, random) : null;
        return new Contract(plan, proposition, seats, one(days, random), cancelledOn);
    }

    private static <T> T one(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static <T> T pick(List<T> choices, ToIntFunction<T> percent, Random random) {
        int left = random.nextInt(100);
        for (T choice : choices) {
            left -= percent.applyAsInt(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }
}
