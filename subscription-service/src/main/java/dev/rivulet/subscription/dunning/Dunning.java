package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.dunning.domain.Escalation;
import dev.rivulet.subscription.payment.Collecting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Looks at payers in arrears and takes the steps that are due. */
@ApplicationScoped
public class Dunning {

    private static final Logger LOG = Logger.getLogger(Dunning.class);
    private static final int PAGE = 200;

    private final Policies policies;
    private final Escalating escalating;
    private final CaseRepository cases;
    private final HoldTable holds;
    private final Invoicing invoicing;
    private final Collecting collecting;
    private final Accounts accounts;
    private final TenantClock clock;

    Dunning(
            Policies policies,
            Escalating escalating,
            CaseRepository cases,
            HoldTable holds,
            Invoicing invoicing,
            Collecting collecting,
            Accounts accounts,
            TenantClock clock) {
        this.policies = policies;
        this.escalating = escalating;
        this.cases = cases;
        this.holds = holds;
        this.invoicing = invoicing;
        this.collecting = collecting;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Takes every step that is due of the current tenant, each payer in a transaction of its own. */
    public void runDue() {
        var policy = policies.active();
        if (policy.isEmpty()) {
            return;
        }
        // By the day where it is furthest on; who is not overdue yet at home is left for later.
        var today = QuarkusTransaction.requiringNew().call(() -> clock.today(DayEdges.FIRST));
        page(after -> invoicing.payersWithOpen(today.minusDays(1), after, PAGE), payer -> run(payer, policy.get()));
        page(after -> cases.payersInArrears(after, PAGE), payer -> run(payer, policy.get()));
    }

    private static void page(Function<UUID, List<UUID>> payers, Consumer<UUID> work) {
        var after = new UUID(0, 0);
        while (true) {
            var from = after;
            var page = QuarkusTransaction.requiringNew().call(() -> payers.apply(from));
            page.forEach(work);
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast();
        }
    }

    private void run(UUID payer, Escalation policy) {
        try {
            var retry = QuarkusTransaction.requiringNew().call(() -> escalating.escalate(payer, policy));
            if (retry) {
                collecting.retry(payer);
            }
        } catch (RuntimeException e) {
            // The next payer's arrears do not depend on this one's.
            LOG.errorf(e, "the arrears of %s could not be looked at", payer);
        }
    }

    /** The first instant in between at which a step may fall due: where a test clock stops on its way. */
    @Transactional
    public Optional<Instant> nextDue(Instant after, Instant until) {
        var policy = policies.active();
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        var latest = LocalDate.ofInstant(until, DayEdges.FIRST);
        var found = new TreeSet<Instant>();
        var from = new UUID(0, 0);
        List<UUID> payers;
        do {
            payers = invoicing.payersWithOpen(latest, from, PAGE);
            for (var payer : payers) {
                var zone = accounts.look(payer).orElseThrow().zone();
                Stream.concat(policy.get().days(invoicing.openDueDates(payer)), holds.end(payer).stream())
                        .map(day -> day.atStartOfDay(zone).toInstant())
                        .filter(at -> at.isAfter(after) && !at.isAfter(until))
                        .forEach(found::add);
                from = payer;
            }
        } while (payers.size() == PAGE);
        return found.stream().findFirst();
    }
}
