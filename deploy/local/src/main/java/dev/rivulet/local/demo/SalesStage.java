package dev.rivulet.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.local.demo.Customer.Contract;
import dev.rivulet.local.demo.PaymentHabit.Payment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A year of sales, invoices and payments: the tenant's clock moves from stop to stop. */
final class SalesStage {

    private static final String EFFECTIVE = "END_OF_PERIOD";
    private static final int BILLING_ATTEMPTS = 5;

    private final Api.Caller sales;
    private final Api.Caller billing;
    private final Api.Caller admin;
    private final CatalogueStage.Ids offers;
    private final List<Customer> customers;
    private final Consumer<String> say;
    private final Map<Integer, String> accountIds = new ConcurrentHashMap<>();
    private final Map<String, String> subscriptionIds = new ConcurrentHashMap<>();

    private final Tally tally = new Tally();
    private Month month = Month.JANUARY;

    SalesStage(Api api, CatalogueStage.Ids offers, List<Customer> customers, Consumer<String> say) {
        sales = api.as("sales", "subscription");
        billing = api.as("billing", "subscription");
        admin = api.as("admin", "subscription");
        this.offers = offers;
        this.customers = customers;
        this.say = say;
    }

    /** The ids given by the service: accounts by customer number, subscriptions by key of the contract. */
    record Sold(Map<Integer, String> accounts, Map<String, String> subscriptions) {

        String account(Customer customer) {
            return Objects.requireNonNull(accounts.get(customer.number()), customer.key());
        }

        boolean isKnown(Customer customer) {
            return accounts.containsKey(customer.number());
        }
    }

    /** The accounts and subscriptions so far. */
    Sold sold() {
        return new Sold(accountIds, subscriptionIds);
    }

    /** Moves the clock to a day and does what is done on it. */
    void live(LocalDate day) {
        if (day.getMonth() != month) {
            tally.tell(month);
            month = day.getMonth();
        }
        moveClock(Timeline.noon(day));
        sell(day);
        cancel(day);
        collect(day);
        if (day.equals(Timeline.LAST_DAY)) {
            tally.tell(month);
        }
    }

    /** Where the clock stands; the beginning of time when it has never been moved. */
    static Instant clock(Api.Caller caller) {
        String now = caller.get("/test-clock").path("now").asText("");
        return now.isEmpty() ? Instant.MIN : Instant.parse(now);
    }

    void moveClock(Instant to) {
        for (int attempt = 1; ; attempt++) {
            Api.Answer answer = admin.post(
                    "/test-clock",
                    "demo/clock/" + to + "/" + attempt,
                    Api.object().put("now", to.toString()),
                    null);
            // It cannot go back, and in a continued load it is ahead of the first stops.
            if (!answer.isGood() && !answer.code().equals("clock-backwards")) {
                throw new DemoException("the clock could not be moved to " + to + ": " + answer.body());
            }
            int failed = answer.body().path("failed").asInt();
            if (failed == 0) {
                return;
            }
            if (attempt == BILLING_ATTEMPTS) {
                throw new DemoException(failed + " subscriptions could not be billed up to " + to);
            }
            Work.pause(Duration.ofSeconds(attempt));
        }
    }

    private record Signing(Customer customer, Contract contract) {}

    private void sell(LocalDate day) {
        List<Signing> signings = signings()
                .filter(signing -> signing.contract().start().equals(day))
                .toList();
        Work.forEach(signings, this::sign);
        tally.sold.addAndGet(signings.size());
    }

    private Stream<Signing> signings() {
        return customers.stream()
                .flatMap(customer -> customer.contracts().stream().map(contract -> new Signing(customer, contract)));
    }

    private void sign(Signing signing) {
        Customer customer = signing.customer();
        Contract contract = signing.contract();
        // A customer signs one contract a day, so nobody else creates its account meanwhile.
        String known = accountIds.get(customer.number());
        String account = known == null ? createAccount(customer) : known;
        accountIds.put(customer.number(), account);
        var body = Api.object()
                .put("accountId", account)
                .put("planId", offers.plan(contract.plan()))
                .put("propositionId", offers.proposition(contract.proposition()))
                .put("seats", contract.seats())
                .put("startDate", contract.start().toString());
        String key = customer.key(contract);
        subscriptionIds.put(
                key, sales.create("/subscriptions", key, body).path("id").asText());
    }

    private String createAccount(Customer customer) {
        var body = Api.object()
                .put("name", customer.name())
                .put("zone", customer.zone())
                .put("currency", customer.currency())
                .put("email", "billing@" + customer.domain());
        return sales.create("/accounts", customer.key(), body).path("id").asText();
    }

    private void cancel(LocalDate day) {
        List<String> leaving = signings()
                .filter(signing -> day.equals(signing.contract().cancelledOn()))
                .map(signing -> Objects.requireNonNull(
                        subscriptionIds.get(signing.customer().key(signing.contract()))))
                .toList();
        for (String subscription : leaving) {
            sales.transition(
                    "/subscriptions/" + subscription,
                    "cancellations",
                    found -> found.hasNonNull("endDate"),
                    Api.object().put("effective", EFFECTIVE));
        }
        tally.cancelled.addAndGet(leaving.size());
    }

    private void collect(LocalDate day) {
        var byAccount = new HashMap<String, Customer>();
        customers.forEach(customer -> {
            String account = accountIds.get(customer.number());
            if (account != null) {
                byAccount.put(account, customer);
            }
        });
        var open = new ArrayList<>(billing.list("/invoices?status=FINALIZED"));
        open.addAll(billing.list("/invoices?status=PARTIALLY_PAID"));
        Work.forEach(open, invoice -> {
            Customer customer = byAccount.get(invoice.path("accountId").asText());
            if (customer != null) {
                due(customer, invoice, day).forEach(payment -> {
                    if (pay(invoice, payment)) {
                        tally.payments.incrementAndGet();
                    }
                });
            }
        });
    }

    private static List<Payment> due(Customer customer, JsonNode invoice, LocalDate day) {
        var random = customer.random("invoice " + invoice.path("periodStart").asText());
        var total = new BigDecimal(invoice.path("total").path("amount").asText());
        var dueDate = LocalDate.parse(invoice.path("dueDate").asText());
        boolean begun = invoice.path("status").asText().equals("PARTIALLY_PAID");
        return customer.habit().payments(total, dueDate, random).stream()
                .filter(payment -> !payment.on().isAfter(day) && !(begun && payment.part() == 1))
                .toList();
    }

    /** False when it was recorded by an earlier load. */
    private boolean pay(JsonNode invoice, Payment payment) {
        String reference = "TRANSFER-%s-%d".formatted(invoice.path("number").asText(), payment.part());
        var body = Api.object()
                .put("invoiceId", invoice.path("id").asText())
                .put("method", "BANK_TRANSFER")
                .put("reference", reference)
                .put("receivedOn", payment.on().toString());
        body.putObject("amount")
                .put("amount", payment.amount().toPlainString())
                .put("currency", invoice.path("total").path("currency").asText());
        Api.Answer answer = billing.post("/payments", "demo/payment/" + reference, body, null);
        if (!answer.isGood() && !answer.code().equals("payment-reference-used")) {
            throw new DemoException("the payment " + reference + " was refused: " + answer.body());
        }
        return answer.isGood();
    }

    /** What happened in a month. */
    private final class Tally {

        private final AtomicInteger sold = new AtomicInteger();
        private final AtomicInteger cancelled = new AtomicInteger();
        private final AtomicInteger payments = new AtomicInteger();
        private long begun = System.nanoTime();

        void tell(Month month) {
            say.accept("%s: %d subscriptions sold, %d cancelled, %d payments (%.1f s)"
                    .formatted(
                            month.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            sold.getAndSet(0),
                            cancelled.getAndSet(0),
                            payments.getAndSet(0),
                            (System.nanoTime() - begun) / 1e9));
            begun = System.nanoTime();
        }
    }
}
