package dev.rivulet.success.touch;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.touch.domain.Capacity;
import dev.rivulet.success.touch.domain.TouchModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives customers managers, as far as their hours go: the one with most hours free, and nobody more than they have.
 * Whoever finds none waits, the longest first, but one that needs less may be served before one that needs much.
 */
@ApplicationScoped
@Transactional
public class Touches {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(2);

    private final TouchTable table;
    private final TenantClock clock;
    private final TouchNews news;
    private final Event<ManagerFound> found;
    private final Event<ManagerNamed> named;

    Touches(TouchTable table, TenantClock clock, TouchNews news, Event<ManagerFound> found, Event<ManagerNamed> named) {
        this.table = table;
        this.clock = clock;
        this.news = news;
        this.found = found;
        this.named = named;
    }

    /** Nobody else gives hours away until the end of the transaction; for who locks something else before {@link #lead}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold() {
        table.lock();
    }

    /**
     * Somebody has decided who is in charge: no question of hours, which count all the same. A subject that nothing was
     * decided on stays in tech touch; one that needs a manager and has none any more waits for one.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lead(UUID subject, boolean prospect, @Nullable String manager) {
        table.lock();
        var before = table.find(subject).orElse(null);
        if (Objects.equals(before == null ? null : before.manager(), manager)) {
            return;
        }
        var model = before == null ? TouchModel.TECH : before.model();
        var hours = model.needsManager() && manager != null
                ? table.loads(manager).stream()
                        .findFirst()
                        .map(load -> load.capacity().hoursFor(model))
                        .orElse(NONE)
                : NONE;
        var waits = model.needsManager() && manager == null ? clock.now() : null;
        var isProspect = before == null ? prospect : before.prospect();
        save(new TouchState(subject, isProspect, model, manager, hours, waits), before, "decided");
        serveWaiting();
    }

    /** Empty for a subject nobody has decided on: it is in tech touch, without a manager. */
    public Optional<TouchState> of(UUID subject) {
        return table.find(subject);
    }

    /**
     * Whom a manager is in charge of, by id.
     *
     * @param only of these customers and prospects; null for all
     */
    public List<TouchState> of(@Nullable Collection<UUID> only, String manager, UUID after, int limit) {
        return table.of(only, manager, after, limit);
    }

    /**
     * Who waits for a manager, the longest first.
     *
     * @param only of these customers and prospects; null for all
     * @param since and {@code after} the place to go on behind; null for the beginning
     */
    public List<TouchState> waiting(
            @Nullable Collection<UUID> only, @Nullable Instant since, @Nullable UUID after, int limit) {
        return table.waiting(only, since, after, limit);
    }

    /** The managers of those that have one. */
    public Map<UUID, String> managers(Collection<UUID> accounts) {
        return table.managers(accounts);
    }

    /**
     * Changes how a customer, or a prospect's deal, is looked after; a manager is found or given up with it. In tech
     * touch the manager stays the one to ask, and is the first to be asked again.
     *
     * @param reason a code, for the history
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public TouchState put(UUID subject, boolean prospect, TouchModel model, String reason) {
        table.lock();
        var before = table.find(subject).orElse(null);
        if (before != null && before.model() == model && before.waitingSince() == null) {
            return before;
        }
        var state = assigned(subject, prospect, model, before);
        save(state, before, reason);
        serveWaiting();
        return state;
    }

    /**
     * More care if need be, never less: whoever is looked after as much already stays as they are.
     *
     * @return how the subject was looked after until now, if that has changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<TouchModel> raise(UUID subject, boolean prospect, TouchModel model, String reason) {
        table.lock();
        var before = table.find(subject).map(TouchState::model).orElse(TouchModel.TECH);
        if (before.compareTo(model) >= 0) {
            return Optional.empty();
        }
        put(subject, prospect, model, reason);
        return Optional.of(before);
    }

    /** Less care, but only of what was given: who is looked after more than that is so for another reason, and stays. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lower(UUID subject, TouchModel given, TouchModel model, String reason) {
        table.lock();
        table.find(subject)
                .filter(now -> now.model().compareTo(given) <= 0 && now.model().compareTo(model) > 0)
                .ifPresent(now -> put(subject, now.prospect(), model, reason));
    }

    /** By hand; refused with manager-full when the manager has not the hours. */
    TouchState give(UUID subject, TouchModel model, String manager, String reason) {
        table.lock();
        var load = table.loads(manager).stream()
                .findFirst()
                .orElseThrow(() -> Rejected.unprocessable("manager-unknown", "/manager", manager));
        var before = table.find(subject).orElse(null);
        var hours = load.capacity().hoursFor(model);
        if (free(load, before).compareTo(hours) < 0) {
            throw Rejected.conflict("manager-full", manager, load.free().toPlainString());
        }
        var isProspect = before != null && before.prospect();
        var state = new TouchState(subject, isProspect, model, manager, hours, null);
        save(state, before, reason);
        serveWaiting();
        return state;
    }

    private void save(TouchState state, @Nullable TouchState before, String reason) {
        table.save(state, reason, clock.now());
        news.changed(state, before);
        var manager = state.manager();
        if (manager != null && (before == null || !manager.equals(before.manager()))) {
            named.fire(new ManagerNamed(state.subject(), manager));
        }
    }

    /** A prospect's deal is won: the customer takes over its manager. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void become(UUID deal, UUID account) {
        table.lock();
        var before = table.find(account);
        table.become(deal, account);
        if (before.isEmpty()) {
            table.find(account).ifPresent(state -> news.changed(state, null));
        }
        serveWaiting();
    }

    /** A prospect is lost. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID deal) {
        table.lock();
        table.forget(deal);
        serveWaiting();
    }

    void put(String manager, Capacity capacity) {
        table.lock();
        table.put(manager, capacity);
        serveWaiting();
    }

    private TouchState assigned(UUID subject, boolean prospect, TouchModel model, @Nullable TouchState before) {
        var last = before == null ? null : before.manager();
        if (!model.needsManager()) {
            return new TouchState(subject, prospect, model, last, NONE, null);
        }
        return choice(model, before)
                .map(load -> new TouchState(
                        subject,
                        prospect,
                        model,
                        load.manager(),
                        load.capacity().hoursFor(model),
                        null))
                .orElseGet(() -> new TouchState(
                        subject,
                        prospect,
                        model,
                        null,
                        NONE,
                        before == null || before.waitingSince() == null ? clock.now() : before.waitingSince()));
    }

    /** The manager so far before all others. */
    private Optional<ManagerLoad> choice(TouchModel model, @Nullable TouchState before) {
        var last = before == null ? null : before.manager();
        return table.loads(null).stream()
                .filter(load -> free(load, before).compareTo(load.capacity().hoursFor(model)) >= 0)
                .min(Comparator.comparing((ManagerLoad load) -> !load.manager().equals(last))
                        .thenComparing(Comparator.comparing(ManagerLoad::free).reversed())
                        .thenComparing(ManagerLoad::manager));
    }

    /** What the subject takes already is free for itself. */
    private static BigDecimal free(ManagerLoad load, @Nullable TouchState before) {
        return before != null && load.manager().equals(before.manager())
                ? load.free().add(before.hours())
                : load.free();
    }

    private void serveWaiting() {
        var served = new ArrayList<ManagerFound>();
        for (var waiting : table.waiting()) {
            var load = choice(waiting.model(), waiting).orElse(null);
            if (load != null) {
                save(
                        new TouchState(
                                waiting.subject(),
                                waiting.prospect(),
                                waiting.model(),
                                load.manager(),
                                load.capacity().hoursFor(waiting.model()),
                                null),
                        waiting,
                        "hours-found");
                served.add(new ManagerFound(waiting.subject(), load.manager()));
            }
        }
        List.copyOf(served).forEach(found::fire);
    }
}
