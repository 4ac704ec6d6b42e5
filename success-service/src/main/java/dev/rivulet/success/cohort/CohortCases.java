package dev.rivulet.success.cohort;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.cohort.MarkStore.CellKey;
import dev.rivulet.success.cohort.domain.CaseState;
import dev.rivulet.success.cohort.domain.CloseReason;
import dev.rivulet.success.events.CohortCaseClosed;
import dev.rivulet.success.events.CohortCaseRaised;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.revenue.Revenue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cases red cells open: one per cell, however many tables it is red in and however often it is judged. */
@ApplicationScoped
class CohortCases {

    private final CohortCaseRepository cases;
    private final MarkStore marks;
    private final CohortSettings settings;
    private final Portfolio portfolio;
    private final TenantClock clock;
    private final Outbox outbox;
    private final Event<CohortCaseOpened> opened;

    CohortCases(
            CohortCaseRepository cases,
            MarkStore marks,
            CohortSettings settings,
            Portfolio portfolio,
            TenantClock clock,
            Outbox outbox,
            Event<CohortCaseOpened> opened) {
        this.cases = cases;
        this.marks = marks;
        this.settings = settings;
        this.portfolio = portfolio;
        this.clock = clock;
        this.outbox = outbox;
        this.opened = opened;
    }

    /** A case and the version to name when changing it. */
    record Versioned(CohortCaseView view, long version) {}

    /** What people have closed stays closed; what only corrections had closed is open again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void open(CellKey cell, MarkView mark) {
        var known = cases.ofCell(Revenue.number(cell.start()), cell.age());
        if (known != null && known.closeReason != CloseReason.RESTATED) {
            return;
        }
        var red = known == null ? new CohortCase() : known;
        red.startMonth = Revenue.number(cell.start());
        red.age = cell.age();
        var reasons = mark.reasons();
        red.summary = reasons == null ? "" : reasons.summary();
        if (known == null) {
            red.owner = settings.owner();
        }
        red.reopen(clock.today(ZoneOffset.UTC).plusDays(settings.daysToAct()), clock.now());
        cases.persistAndFlush(red);
        var accounts = reasons == null
                ? List.<UUID>of()
                : reasons.accounts().stream().map(MarkView.Account::accountId).toList();
        opened.fire(
                new CohortCaseOpened(red.id, cell.start(), cell.age(), red.summary, accounts, red.owner, red.dueOn));
        outbox.publish(
                SuccessEvents.COHORT_CASE_OPENED,
                red.id,
                red.version,
                new CohortCaseRaised(
                        red.id,
                        cell.start().toString(),
                        cell.age(),
                        red.summary,
                        accounts,
                        red.owner,
                        red.dueOn,
                        red.openedAt));
    }

    /** Corrections have made a table's cell another; a case that nobody works on yet is over with its last red. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(CellKey cell) {
        var known = cases.ofCell(Revenue.number(cell.start()), cell.age());
        if (known != null && known.state == CaseState.OPEN && marks.reds(cell).isEmpty()) {
            close(known, CloseReason.RESTATED, null);
        }
    }

    @Transactional
    Versioned assign(UUID id, @Nullable String ifMatch, CaseAssignmentRequest request) {
        var red = changeable(id, ifMatch);
        if (request.dueOn() != null) {
            red.dueOn = request.dueOn();
        }
        red.owner = request.owner().strip();
        red.state = CaseState.IN_PROGRESS;
        cases.flush();
        return versioned(red);
    }

    @Transactional
    Versioned close(UUID id, @Nullable String ifMatch, CaseClosureRequest request) {
        var red = changeable(id, ifMatch);
        if (request.reason() == CloseReason.RESTATED) {
            throw Rejected.unprocessable("case-reason", "/reason");
        }
        close(red, request.reason(), request.note());
        return versioned(red);
    }

    private void close(CohortCase red, CloseReason reason, @Nullable String note) {
        var now = clock.now();
        red.close(reason, note, now);
        cases.flush();
        var cell = cell(red);
        outbox.publish(
                SuccessEvents.COHORT_CASE_CLOSED,
                red.id,
                red.version,
                new CohortCaseClosed(red.id, cell.start().toString(), cell.age(), reason.name(), red.owner, now));
    }

    private CohortCase changeable(UUID id, @Nullable String ifMatch) {
        var red = existing(id, cases.findById(id, LockModeType.PESSIMISTIC_WRITE));
        Etag.require(ifMatch, red.version);
        if (red.state.isClosed()) {
            throw Rejected.conflict("case-closed");
        }
        return red;
    }

    @Transactional
    Versioned get(UUID id) {
        return versioned(existing(id, cases.findById(id)));
    }

    @Transactional
    List<CohortCaseView> page(@Nullable CaseState state, @Nullable String owner, UUID after, int limit) {
        return cases.page(state, owner, after, limit).stream().map(this::view).toList();
    }

    /** The case of each cell of these cohorts that has one. */
    @Transactional
    Map<CellKey, UUID> ofCells(YearMonth from, YearMonth to) {
        var found = new HashMap<CellKey, UUID>();
        cases.ofStarts(Revenue.number(from), Revenue.number(to)).forEach(red -> found.put(cell(red), red.id));
        return found;
    }

    private Versioned versioned(CohortCase red) {
        return new Versioned(view(red), red.version);
    }

    private CohortCaseView view(CohortCase red) {
        var cell = cell(red);
        var mine = portfolio.accounts();
        var reds = marks.reds(cell).stream()
                .map(stored -> new MarkStore.Stored(
                        stored.key(), mine.map(stored.mark()::within).orElse(stored.mark())))
                .toList();
        return CohortCaseView.of(red, cell, reds, overdue(red));
    }

    private boolean overdue(CohortCase red) {
        LocalDate today = clock.today(ZoneOffset.UTC);
        return !red.state.isClosed() && red.dueOn.isBefore(today);
    }

    private static CellKey cell(CohortCase red) {
        return new CellKey(YearMonth.of(0, 1).plus(red.startMonth, ChronoUnit.MONTHS), red.age);
    }

    private static CohortCase existing(UUID id, @Nullable CohortCase red) {
        if (red == null) {
            throw Rejected.notFound("cohort case", id);
        }
        return red;
    }
}
