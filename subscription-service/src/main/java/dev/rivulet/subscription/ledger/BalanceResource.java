package dev.rivulet.subscription.ledger;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import dev.rivulet.subscription.account.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What we owe a customer. */
@Path("/accounts/{id}/balance")
@Tag(name = "Customer balance", description = "What a customer has with us: overpaid, credited, granted")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class BalanceResource {

    private final Accounts accounts;
    private final CustomerBalances balances;
    private final TransferRepository transfers;

    BalanceResource(Accounts accounts, CustomerBalances balances, TransferRepository transfers) {
        this.accounts = accounts;
        this.balances = balances;
        this.transfers = transfers;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getBalance",
            summary = "Read a customer's balance",
            description = "Never negative: what is owed to us is on the invoices. It pays for invoices before anything"
                    + " is collected.")
    public BalanceView balance(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id) {
        var payer = accounts.look(id).orElseThrow(() -> Rejected.notFound("account", id));
        return new BalanceView(id, balances.of(id, payer.currency()));
    }

    @GET
    @Path("/movements")
    @Transactional
    @Operation(
            operationId = "listBalanceMovements",
            summary = "List what changed a customer's balance, oldest first",
            description = "They add up to the balance. Page by page.")
    public RestResponse<Page<BalanceView.Movement>> movements(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @BeanParam PageRequest page) {
        var payer = accounts.look(id).orElseThrow(() -> Rejected.notFound("account", id));
        return page.respond(
                "balance-movements",
                transfers.ofBalance(payer.id(), page.after("balance-movements"), page.count()),
                BalanceView.Movement::of,
                TransferView::id);
    }
}
