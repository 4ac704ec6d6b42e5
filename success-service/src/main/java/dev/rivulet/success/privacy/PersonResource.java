package dev.rivulet.success.privacy;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person at a customer may ask for. */
@Path("/contacts/{id}")
@Tag(name = "Privacy", description = "What is held on people at customers, and their erasure")
@RunOnVirtualThread
public class PersonResource {

    private static final String CONTACT = "0197a3f1-1e4f-7b11-8e85-9c4c3f9e0d14";

    private final People people;

    PersonResource(People people) {
        this.people = people;
    }

    /** Nothing is changed by it. */
    @POST
    @Path("/exports")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "exportPerson",
            summary = "All that this service holds on a person at a customer",
            description =
                    "The contact, all names and addresses it ever had here, invitations to surveys, answers, messages sent to"
                            + " any of them and that no more are wanted, usage by day, seats, meetings, problems, feedback, where"
                            + " they are the sponsor, what the timeline says about them, and texts of others that name"
                            + " them: on tasks, promises, attributes, requests, changes of touch, cases of cohorts, in notes,"
                            + " meetings, problems, feedback, answers and messages. Times are UTC, usage is by the"
                            + " customer's day. Changes nothing. What the other services hold is the contact itself,"
                            + " by its account, and the deal it came with.")
    public ExportView export(
            @PathParam("id") @Parameter(description = "The contact", example = CONTACT) UUID id,
            @Valid @NotNull PersonRequest person) {
        return people.export(id, person);
    }

    /** Asked for again, it is the same. */
    @POST
    @Path("/erasures")
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "erasePerson",
            summary = "Erase a person at a customer everywhere",
            description = "The contact is gone here and, shortly, in the other services; what they said and what was"
                    + " written about them is gone, and elsewhere with the customer their name and address, also those"
                    + " they had before. Somebody who was removed as a contact can still be erased. Their user"
                    + " ids become pseudonyms, so that counts of users stay as they were, also of events that come"
                    + " late. Ledger and invoices stay. No later snapshot brings them back. Asked for again, it is the"
                    + " same; cannot be undone.")
    public ErasureView erase(
            @PathParam("id") @Parameter(description = "The contact", example = CONTACT) UUID id,
            @Valid @NotNull PersonRequest person) {
        return people.erase(id, person);
    }
}
