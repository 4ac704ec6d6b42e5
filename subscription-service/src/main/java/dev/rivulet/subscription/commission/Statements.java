package dev.rivulet.subscription.commission;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.subscription.commission.CommissionEntryRepository.Sum;
import dev.rivulet.subscription.events.CommissionStatementFinalized;
import dev.rivulet.subscription.partner.PartnerScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws up what partners are owed, month by month. */
@ApplicationScoped
@Transactional
class Statements {

    private static final int CSV_CHUNK = 1_000;

    private final StatementRepository statements;
    private final CommissionEntryRepository entries;
    private final PartnerScope scope;
    private final TenantClock clock;
    private final Outbox outbox;

    Statements(
            StatementRepository statements,
            CommissionEntryRepository entries,
            PartnerScope scope,
            TenantClock clock,
            Outbox outbox) {
        this.statements = statements;
        this.entries = entries;
        this.scope = scope;
        this.clock = clock;
        this.outbox = outbox;
    }

    StatementView draft(StatementRequest request) {
        var statement = new Statement();
        statement.partnerId = request.partnerId();
        statement.month = YearMonth.parse(request.month()).atDay(1);
        statement.currency = Currency.getInstance(request.currency());
        statement.createdAt = clock.now();
        if (!statements.addIfNew(statement)) {
            throw Rejected.conflict("statement-exists", request.month(), request.currency());
        }
        return view(statement);
    }

    /** Takes what the draft shows and closes it; the month must be over everywhere. */
    StatementView finalizeDraft(UUID id, @Nullable String ifMatch) {
        var statement = statements.lock(id);
        Etag.require(ifMatch, statement.version);
        if (statement.isFinal()) {
            throw Rejected.conflict("statement-final");
        }
        if (clock.today(DayEdges.LAST).isBefore(statement.monthEnd())) {
            throw Rejected.conflict("statement-month-open", statement.monthEnd());
        }
        var sum = entries.take(statement);
        statement.status = StatementStatus.FINAL;
        statement.totalMinor = sum.total().minor();
        statement.entries = sum.entries();
        statement.finalizedAt = clock.now();
        statement.finalizedBy = scope.caller();
        statements.flush();
        outbox.publish(
                CommissionStatementFinalized.TYPE,
                statement.id,
                statement.version,
                new CommissionStatementFinalized(
                        statement.id,
                        statement.partnerId,
                        statement.month,
                        sum.total(),
                        sum.entries(),
                        statement.finalizedAt));
        return view(statement);
    }

    StatementView get(UUID id) {
        return view(visible(id));
    }

    List<StatementView> list(@Nullable UUID partnerId, @Nullable StatementStatus status, UUID after, int limit) {
        return statements.list(scope.narrowed(partnerId), status, after, limit).stream()
                .map(this::view)
                .toList();
    }

    List<CommissionEntry> entries(UUID id, UUID after, int limit) {
        return entries.of(visible(id), after, limit);
    }

    /** The whole statement as a table. */
    String csv(UUID id) {
        var statement = visible(id);
        var csv = new StatementCsv();
        var last = new UUID(0, 0);
        while (true) {
            var chunk = entries.of(statement, last, CSV_CHUNK);
            chunk.forEach(csv::add);
            if (chunk.size() < CSV_CHUNK) {
                return csv.text();
            }
            last = chunk.getLast().id;
            entries.getEntityManager().clear();
        }
    }

    private Statement visible(UUID id) {
        var statement = statements.get(id);
        if (scope.hides(statement.partnerId)) {
            throw Rejected.notFound("commission statement", id);
        }
        return statement;
    }

    private StatementView view(Statement statement) {
        return StatementView.of(
                statement,
                statement.totalMinor == null || statement.entries == null
                        ? entries.sum(statement)
                        : new Sum(new Money(statement.totalMinor, statement.currency), statement.entries));
    }
}
