package dev.rivulet.subscription.ledger;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The books, to be read. */
@Path("/ledger")
@Tag(name = "Ledger", description = "Double-entry books; only ever added to")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class LedgerResource {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final TransferRepository transfers;
    private final TenantClock clock;

    LedgerResource(TransferRepository transfers, TenantClock clock) {
        this.transfers = transfers;
        this.clock = clock;
    }

    @GET
    @Path("/transfers")
    @Transactional
    @Operation(
            operationId = "listLedgerTransfers",
            summary = "List what was posted, oldest first",
            description = "Each entry debits one account of the books and credits another. Page by page.")
    public RestResponse<Page<TransferView>> transfers(
            @QueryParam("accountId")
                    @Parameter(description = "Only of this customer", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    @Nullable
                    UUID accountId,
            @QueryParam("causeId")
                    @Parameter(
                            description = "Only for this invoice, payment, refund …",
                            example = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
                    @Nullable
                    UUID causeId,
            @BeanParam PageRequest page) {
        return page.respond(
                "ledger-transfers",
                transfers.list(accountId, causeId, page.after("ledger-transfers"), page.count()),
                transfer -> transfer,
                TransferView::id);
    }

    @GET
    @Path("/trial-balance")
    @Transactional
    @Operation(
            operationId = "getTrialBalance",
            summary = "Read the trial balance",
            description = "What was debited and credited to each account of the books up to the end of a day; in each"
                    + " currency the debits equal the credits.")
    public TrialBalanceView trialBalance(
            @QueryParam("asOf")
                    @Parameter(description = "A day; if absent everything posted counts", example = "2026-03-31")
                    @Nullable
                    LocalDate asOf) {
        if (asOf != null && (asOf.isBefore(FIRST) || asOf.isAfter(LAST))) {
            throw Rejected.invalid("date-range", "?asOf", FIRST, LAST);
        }
        // Where it is furthest ahead, today is the last day anything can be posted for.
        var day = asOf == null ? clock.today(DayEdges.FIRST) : asOf;
        return TrialBalanceView.of(day, transfers.sums(day));
    }
}
