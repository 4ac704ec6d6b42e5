package dev.rivulet.subscription.billing;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was given back. */
@Path("/credit-notes")
@Tag(name = "Credit notes", description = "What was given back, with numbers of its own without gaps")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class CreditNoteResource {

    private final CreditNoteRepository notes;
    private final ChargeRepository charges;

    CreditNoteResource(CreditNoteRepository notes, ChargeRepository charges) {
        this.notes = notes;
        this.charges = charges;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listCreditNotes",
            summary = "List credit notes, oldest first",
            description = "Page by page; nextCursor and the Link header lead on.")
    public RestResponse<Page<CreditNoteView>> list(
            @QueryParam("accountId")
                    @Parameter(description = "Only of this payer", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    @Nullable
                    UUID accountId,
            @QueryParam("invoiceId")
                    @Parameter(
                            description = "Only those that correct this invoice",
                            example = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
                    @Nullable
                    UUID invoiceId,
            @BeanParam PageRequest page) {
        var found = notes.list(accountId, invoiceId, page.after("credit-notes"), page.count());
        var lines = charges.ofCreditNotes(found.stream().map(note -> note.id).toList());
        return page.respond(
                "credit-notes",
                found,
                note -> CreditNoteView.of(note, lines.getOrDefault(note.id, List.of())),
                note -> note.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getCreditNote",
            summary = "Read a credit note",
            description = "With its lines; a credit note never changes.")
    public CreditNoteView get(
            @PathParam("id")
                    @Parameter(description = "The credit note", example = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d07")
                    UUID id) {
        var note = notes.get(id);
        return CreditNoteView.of(note, charges.ofCreditNotes(List.of(id)).getOrDefault(id, List.of()));
    }
}
