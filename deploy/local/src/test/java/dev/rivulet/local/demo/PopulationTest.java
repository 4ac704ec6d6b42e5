package dev.rivulet.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private final Catalogue catalogue = Catalogue.read();
    private final List<Customer> customers = new Population(Demo.SEED, catalogue).customers();

    @Test
    void shouldBeTheSameForTheSameSeed() {
        assertEquals(customers, new Population(Demo.SEED, catalogue).customers());
        assertNotEquals(customers, new Population(Demo.SEED + 1, catalogue).customers());
    }

    @Test
    void shouldBeLargeAndVaried() {
        assertEquals(200, customers.size());
        assertEquals(200, customers.stream().map(Customer::name).distinct().count());
        assertEquals(200, customers.stream().map(Customer::key).distinct().count());
        assertEquals(3, customers.stream().map(Customer::currency).distinct().count());
        assertEquals(7, customers.stream().map(Customer::zone).distinct().count());
        assertEquals(5, customers.stream().map(Customer::engagement).distinct().count());
        assertEquals(4, customers.stream().map(Customer::habit).distinct().count());
        assertTrue(customers.stream().filter(one -> one.contracts().size() > 1).count() >= 10);
        long cancelled = customers.stream()
                .flatMap(one -> one.contracts().stream())
                .filter(contract -> contract.cancelledOn() != null)
                .count();
        assertTrue(cancelled >= 8 && cancelled <= 40, cancelled + " cancelled");
    }

    @Test
    void shouldSellEachPlanInTheCurrencyOfTheAccountAndOnlyPropositionsOfItsProduct() {
        for (Customer customer : customers) {
            for (var contract : customer.contracts()) {
                assertTrue(catalogue.plansIn(customer.currency()).contains(contract.plan()), contract.plan());
                assertTrue(catalogue
                        .propositionsOf(catalogue.productOf(contract.plan()))
                        .contains(contract.proposition()));
                assertTrue(contract.seats() >= 3 && contract.seats() <= 63);
                assertTrue(Timeline.stops().contains(contract.start()), "nobody signs between two stops of the clock");
                assertTrue(contract.cancelledOn() == null || Timeline.stops().contains(contract.cancelledOn()));
            }
        }
    }

    @Test
    void shouldSignOnTheSameDateEverywhere() {
        for (Customer customer : customers) {
            LocalDate start = customer.contracts().getFirst().start();
            assertEquals(start, LocalDate.ofInstant(Timeline.noon(start), ZoneId.of(customer.zone())));
        }
    }

    @Test
    void shouldReportUsageOfDifferentPeopleInTheLastWeeks() {
        var story = new UsageStory(catalogue);
        var events = customers.stream()
                .flatMap(
                        one -> story.of(one, "account-" + one.number()).stream().map(use -> use.event()))
                .toList();

        assertEquals(
                events,
                customers.stream()
                        .flatMap(one -> story.of(one, "account-" + one.number()).stream()
                                .map(use -> use.event()))
                        .toList());
        assertEquals(
                events.size(),
                events.stream()
                        .map(event -> event.path("id").asText())
                        .distinct()
                        .count());
        assertTrue(events.size() > 15_000 && events.size() < 60_000, events.size() + " events");
        var first = Timeline.noon(Timeline.LAST_DAY.minusDays(UsageStory.DAYS + 1));
        for (var event : events) {
            var at = Instant.parse(event.path("occurredAt").asText());
            assertTrue(at.isAfter(first) && at.isBefore(Timeline.noon(Timeline.LAST_DAY)), at.toString());
        }
        var silent = customers.stream()
                .filter(one -> one.engagement() == Engagement.DRIFTING)
                .map(one -> "account-" + one.number())
                .collect(Collectors.toSet());
        assertTrue(events.stream()
                .filter(event -> silent.contains(event.path("accountId").asText()))
                .allMatch(event -> event.path("occurredAt").asText().compareTo("2025-11-28") < 0));
    }
}
