package dev.rivulet.success.problem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.contact.Contacts;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.erasure.PersonExport;
import dev.rivulet.success.input.Happened;
import dev.rivulet.success.problem.domain.Severity;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Registers what customers have trouble with, and follows it until it is solved. */
@ApplicationScoped
public class Problems {

    private final ProblemRepository problems;
    private final Customers customers;
    private final Contacts contacts;
    private final Portfolio portfolio;
    private final Timeline timeline;
    private final MergePatch mergePatch;
    private final Tenants tenants;
    private final TenantClock clock;
    private final Event<CustomerChanged> changes;

    Problems(
            ProblemRepository problems,
            Customers customers,
            Contacts contacts,
            Portfolio portfolio,
            Timeline timeline,
            MergePatch mergePatch,
            Tenants tenants,
            TenantClock clock,
            Event<CustomerChanged> changes) {
        this.problems = problems;
        this.customers = customers;
        this.contacts = contacts;
        this.portfolio = portfolio;
        this.timeline = timeline;
        this.mergePatch = mergePatch;
        this.tenants = tenants;
        this.clock = clock;
        this.changes = changes;
    }

    /** A problem, and whether it was registered before. */
    record Registered(ProblemView view, boolean before) {}

    /** A ticket that is known by its source and id stays as it is. */
    @Transactional
    Registered register(ProblemRequest request) {
        if ((request.source() == null) != (request.externalId() == null)) {
            throw Rejected.invalid("ticket-incomplete", "/externalId");
        }
        portfolio.require(request.accountId());
        if (request.source() != null && request.externalId() != null) {
            problems.lockTicket(tenants.current(), request.source(), request.externalId());
            var known = problems.ticket(request.source(), request.externalId());
            if (known.isPresent()) {
                portfolio.require(known.get().accountId);
                return new Registered(ProblemView.of(known.get()), true);
            }
        }
        if (!customers.knows(request.accountId())) {
            throw Rejected.unprocessable("account-unknown", "/accountId");
        }
        checkContact(request.accountId(), request.contactId());
        var problem = new Problem();
        problem.accountId = request.accountId();
        problem.take(request.content());
        problem.source = request.source();
        problem.externalId = request.externalId();
        problem.openedAt = past(request.openedAt(), "/openedAt");
        problems.persistAndFlush(problem);
        tell(problem, EntryKind.PROBLEM_OPENED, problem.openedAt, Map.of("severity", problem.severity.name()));
        return new Registered(ProblemView.of(problem), false);
    }

    @Transactional
    ProblemView change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var problem = locked(id);
        Etag.require(ifMatch, problem.version);
        var wanted = mergePatch.apply(problem.asChange(), patch);
        checkContact(problem.accountId, wanted.contactId());
        problem.take(wanted);
        problems.flush();
        changes.fire(new CustomerChanged(problem.accountId));
        return ProblemView.of(problem);
    }

    @Transactional
    ProblemView move(UUID id, @Nullable String ifMatch, MoveRequest request) {
        var problem = locked(id);
        Etag.require(ifMatch, problem.version);
        if (!problem.state.mayBecome(request.state())) {
            throw Rejected.conflict("problem-move", problem.state, request.state());
        }
        var at = past(request.at(), "/at");
        if (at.isBefore(problem.openedAt)) {
            throw Rejected.unprocessable("problem-not-open-yet", "/at", problem.openedAt);
        }
        var before = problem.state;
        problem.move(request.state(), at);
        problems.flush();
        tell(
                problem,
                EntryKind.PROBLEM_MOVED,
                at,
                Map.of("before", before.name(), "state", problem.state.name(), "severity", problem.severity.name()));
        return ProblemView.of(problem);
    }

    private Instant past(@Nullable Instant given, String pointer) {
        return Happened.at(given, clock.now(), pointer);
    }

    private void checkContact(UUID account, @Nullable UUID contact) {
        if (contact != null
                && contacts.find(contact)
                        .filter(person -> person.account().equals(account))
                        .isEmpty()) {
            throw Rejected.unprocessable("contact-unknown", "/contactId");
        }
    }

    private void tell(Problem problem, EntryKind kind, Instant at, Map<String, String> facts) {
        timeline.append(TimelineEntry.of(problem.accountId, kind, at, problem.id, facts)
                .keyed("" + problem.version)
                .about(problem.contactId)
                .saying(problem.title));
        changes.fire(new CustomerChanged(problem.accountId));
    }

    @Transactional
    ProblemView get(UUID id) {
        return ProblemView.of(existing(id, problems.findById(id)));
    }

    @Transactional
    List<ProblemView> page(ProblemFilter filter, UUID after, int limit) {
        return problems.page(filter, portfolio.accounts().orElse(null), after, limit).stream()
                .map(ProblemView::of)
                .toList();
    }

    /** The unsolved problems of a customer, oldest first, 200 at most. */
    @Transactional
    public List<ProblemView> unsolved(UUID account) {
        var filter = new ProblemFilter();
        filter.accountId = account;
        filter.open = true;
        return problems.page(filter, null, new UUID(0, 0), 200).stream()
                .map(ProblemView::of)
                .toList();
    }

    /** The problems a customer had at some time between two, oldest first, 200 at most; {@code until} excluded. */
    @Transactional
    public List<ProblemView> between(UUID account, Instant from, Instant until) {
        return problems.between(account, from, until, 200).stream()
                .map(ProblemView::of)
                .toList();
    }

    /** How many unsolved problems of each severity the accounts have; accounts without one are left out. */
    @Transactional
    public Map<UUID, Map<Severity, Long>> open(Collection<UUID> accounts) {
        var open = new HashMap<UUID, Map<Severity, Long>>();
        for (var count : problems.open(accounts)) {
            open.computeIfAbsent(count.accountId(), none -> new EnumMap<>(Severity.class))
                    .put(count.severity(), count.count());
        }
        return open;
    }

    /** Problems of a time, and how many accounts had any. */
    public record Opened(long problems, long accounts) {

        public static final Opened NONE = new Opened(0, 0);

        public Opened plus(Opened other) {
            return new Opened(problems + other.problems, accounts + other.accounts);
        }
    }

    /**
     * The problems with a product that were opened in so many days, from a first day on that each account has of its
     * own, local to it.
     */
    @Transactional
    public Opened opened(Map<UUID, LocalDate> firsts, int days, UUID product) {
        var zones = customers.zones(firsts.keySet());
        var accounts = new ArrayList<String>();
        var from = new ArrayList<String>();
        var until = new ArrayList<String>();
        firsts.forEach((account, first) -> {
            var zone = zones.getOrDefault(account, ZoneOffset.UTC);
            accounts.add(account.toString());
            from.add(first.atStartOfDay(zone).toInstant().toString());
            until.add(first.plusDays(days).atStartOfDay(zone).toInstant().toString());
        });
        return problems.opened(
                product, accounts.toArray(String[]::new), from.toArray(String[]::new), until.toArray(String[]::new));
    }

    /** Opened from the first time on and before the second, in that order. */
    @Transactional
    public List<ProblemView> between(Instant from, Instant until) {
        return problems.list("openedAt >= ?1 and openedAt < ?2 order by openedAt, id", from, until).stream()
                .map(ProblemView::of)
                .toList();
    }

    /** That there was a problem stays, who had it and what was said goes. */
    void erase(@Observes PersonErased person) {
        for (var problem : problems.list("accountId", person.account())) {
            problem.title = Objects.requireNonNull(person.without(problem.title));
            problem.description =
                    person.contact().equals(problem.contactId) ? null : person.without(problem.description);
            if (person.contact().equals(problem.contactId)) {
                problem.contactId = null;
            }
        }
    }

    void export(@Observes PersonExport export) {
        export.add(
                "problems",
                problems.list("contactId = ?1 order by id", export.contact()).stream()
                        .map(ProblemView::of)
                        .toList());
        export.add(
                "problemsOfOthers",
                problems
                        .list(
                                "accountId = ?1 and (contactId is null or contactId <> ?2) order by id",
                                export.account(),
                                export.contact())
                        .stream()
                        .flatMap(problem -> Stream.concat(
                                export.naming(problem.id, "title", problem.title),
                                export.naming(problem.id, "description", problem.description)))
                        .toList());
    }

    private Problem locked(UUID id) {
        return existing(id, problems.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Problem existing(UUID id, @Nullable Problem problem) {
        if (problem == null) {
            throw Rejected.notFound("problem", id);
        }
        portfolio.require(problem.accountId);
        return problem;
    }
}
