package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.billing.OpenInvoice;
import dev.rivulet.subscription.dunning.domain.Action;
import dev.rivulet.subscription.dunning.domain.Debt;
import dev.rivulet.subscription.dunning.domain.Escalation;
import dev.rivulet.subscription.dunning.domain.Escalation.Planned;
import dev.rivulet.subscription.events.DunningStepTaken;
import dev.rivulet.subscription.ledger.CustomerBalances;
import dev.rivulet.subscription.payment.PayerSettled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Takes the steps of one payer; part of a transaction of its own, or of the one that settles the debt. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Escalating {

    private final Policies policies;
    private final CaseRepository cases;
    private final StepTable steps;
    private final HoldTable holds;
    private final Standing standing;
    private final Invoicing invoicing;
    private final CustomerBalances balances;
    private final Accounts accounts;
    private final TenantClock clock;
    private final Outbox outbox;

    Escalating(
            Policies policies,
            CaseRepository cases,
            StepTable steps,
            HoldTable holds,
            Standing standing,
            Invoicing invoicing,
            CustomerBalances balances,
            Accounts accounts,
            TenantClock clock,
            Outbox outbox) {
        this.policies = policies;
        this.cases = cases;
        this.steps = steps;
        this.holds = holds;
        this.standing = standing;
        this.invoicing = invoicing;
        this.balances = balances;
        this.accounts = accounts;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Takes what is due; true when the payer is to be charged again, which waits for the commit. */
    boolean escalate(UUID payer, Escalation policy) {
        invoicing.lockPayer(payer);
        var today = today(payer);
        var overdue = overdue(payer, today);
        var open = cases.open(payer);
        if (isSettled(overdue, policy)) {
            open.ifPresent(settled -> standing.close(settled, DunningCase.Status.SETTLED, today));
            return false;
        }
        var hold = holds.of(payer);
        if (hold.isPresent()
                && (hold.get().until() == null || !today.isAfter(hold.get().until()))) {
            return false;
        }
        var debt = debt(overdue);
        var due = policy.due(debt, today, open.map(each -> steps.keys(each.id)).orElse(Set.of()));
        if (due.isEmpty()) {
            return false;
        }
        var of = open.orElseGet(() -> standing.open(payer, today));
        due.forEach(step -> take(of, step, debt, overdue, today, policy.stopsBilling()));
        return of.status == DunningCase.Status.OPEN && due.stream().anyMatch(step -> step.action() == Action.RETRY);
    }

    private void take(
            DunningCase of, Planned step, Debt debt, List<OpenInvoice> overdue, LocalDate today, boolean stopsBilling) {
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        steps.add(id, of.id, step, debt, today, clock.now());
        var events = 2 * steps.keys(of.id).size();
        outbox.publish(
                DunningStepTaken.TYPE,
                of.accountId,
                Standing.version(of, events),
                new DunningStepTaken(
                        id,
                        of.accountId,
                        of.episode,
                        step.key(),
                        step.action().name(),
                        debt.owed(),
                        debt.daysOverdue(today),
                        today));
        switch (step.action()) {
            case SUSPEND -> {
                if (!of.suspended) {
                    standing.suspend(of, debt.owed(), today, events + 1, stopsBilling);
                }
            }
            case WRITE_OFF -> writeOff(of, overdue, today);
            case REMIND, RETRY, CALL -> {
                // Others hear of it by the event; a retry follows the commit.
            }
        }
    }

    private void writeOff(DunningCase of, List<OpenInvoice> overdue, LocalDate today) {
        overdue.forEach(invoice -> invoicing.writeOff(invoice.id(), "dunning", today));
        standing.close(of, DunningCase.Status.WRITTEN_OFF, today);
    }

    /** What was paid may end a case at once, and the suspension with it. */
    void onSettled(@Observes PayerSettled settled) {
        var open = cases.open(settled.payerId());
        var givenUp = cases.suspended(settled.payerId()).stream()
                .filter(written -> written.status == DunningCase.Status.WRITTEN_OFF)
                .toList();
        if (open.isEmpty() && givenUp.isEmpty()) {
            return;
        }
        var today = today(settled.payerId());
        var tiny = policies.active().orElse(new Escalation(List.of(), List.of(), List.of(), false));
        if (isSettled(overdue(settled.payerId(), today), tiny)) {
            open.ifPresent(paid -> standing.close(paid, DunningCase.Status.SETTLED, today));
            // Who pays after all what was given up is served again too.
            if (!givenUp.isEmpty() && !invoicing.hasGivenUp(settled.payerId())) {
                givenUp.forEach(written -> standing.resume(written, today));
            }
        }
    }

    /** Leaves an account alone for good, or for a time. */
    HoldView hold(UUID account, HoldRequest request) {
        if (accounts.look(account).isEmpty()) {
            throw Rejected.notFound("account", account);
        }
        invoicing.lockPayer(account);
        holds.put(account, request, clock.now());
        if (request.until() == null) {
            var today = today(account);
            cases.open(account).ifPresent(open -> standing.close(open, DunningCase.Status.EXEMPT, today));
            // A debt given up may have left it suspended.
            cases.suspended(account).forEach(written -> standing.resume(written, today));
        }
        return holds.of(account).orElseThrow();
    }

    private LocalDate today(UUID payer) {
        return clock.today(accounts.look(payer).orElseThrow().zone());
    }

    /** What is overdue, oldest due first, less what we owe the payer: nobody is reminded of what the balance covers. */
    private List<OpenInvoice> overdue(UUID payer, LocalDate today) {
        var overdue = invoicing.openInvoices(payer).stream()
                .filter(invoice -> invoice.dueDate().isBefore(today) && !invoice.belowMinimum())
                .toList();
        if (overdue.isEmpty()) {
            return overdue;
        }
        var owing = new ArrayList<OpenInvoice>();
        var balance = balances.of(payer, overdue.getFirst().due().currency());
        for (var invoice : overdue) {
            var rest = invoice.due().minus(balance);
            balance = rest.isNegative() ? rest.negate() : Money.zero(rest.currency());
            if (rest.minor() > 0) {
                owing.add(invoice.owing(rest));
            }
        }
        return owing;
    }

    private static boolean isSettled(List<OpenInvoice> overdue, Escalation policy) {
        return overdue.isEmpty() || policy.isTiny(debt(overdue).owed());
    }

    private static Debt debt(List<OpenInvoice> overdue) {
        return new Debt(
                overdue.stream().map(OpenInvoice::due).reduce(Money::plus).orElseThrow(),
                overdue.getFirst().dueDate());
    }
}
